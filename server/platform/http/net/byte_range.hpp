#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace http::net {

// A part of a file, as a player asks for it that jumps, or a download that goes on where it broke off (RFC 9110, 14).
struct ByteRange {
    std::uint64_t from = 0;
    std::uint64_t size = 0;  // 0: what is asked for lies behind the end
};

// What a Range header asks of a body of this size. Nothing where it asks for the whole in the end: no header, another unit, several parts,
// or what is no range.
std::optional<ByteRange> wanted_range(std::string_view header, std::uint64_t size);

}  // namespace http::net
