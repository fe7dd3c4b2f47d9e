#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.hpp"

// Codes of six digits that change every 30 seconds: RFC 6238 over RFC 4226, with SHA-1, which is what every authenticator reads.
namespace auth::totp {

constexpr std::int64_t step_ms = 30'000;
constexpr std::size_t digits = 6;
constexpr std::int64_t drift_steps = 1;  // a clock may be this far off, either way

std::string new_secret();  // 160 bits
std::string base32(std::string_view bytes);
// What an authenticator reads from the picture: "otpauth://totp/…".
std::string address(std::string_view installation, std::string_view login, std::string_view secret);

std::int64_t step_at(base::Instant now);
std::string code_of(std::string_view secret, std::int64_t step);
// Which step a code is of: this one, or, for a clock that is a little off, its neighbours.
std::optional<std::int64_t> find_step(std::string_view secret, std::string_view code, base::Instant now);

}  // namespace auth::totp
