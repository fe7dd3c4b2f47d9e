#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace auth {

using Sha1Digest = std::array<std::uint8_t, 20>;

// For the codes of authenticators only, where HMAC keeps it sound (RFC 6194); libsodium has no SHA-1.
Sha1Digest sha1(std::string_view bytes);                               // RFC 3174
Sha1Digest hmac_sha1(std::string_view key, std::string_view message);  // RFC 2104

}  // namespace auth
