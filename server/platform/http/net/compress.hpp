#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace http::net {

enum class Coding : std::uint8_t { identity, gzip, brotli };

std::string_view name_of(Coding coding);

// The best coding that Accept-Encoding allows; q=0 forbids one (RFC 9110 12.5.3).
Coding choose_coding(std::string_view accept_encoding);

bool is_worth_compressing(std::string_view content_type);

// Fast settings, for replies made for one reader: about 100 MB/s.
std::string compress(std::string_view plain, Coding coding);

}  // namespace http::net
