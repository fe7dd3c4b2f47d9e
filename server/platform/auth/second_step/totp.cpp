#include "auth/second_step/totp.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <sodium.h>

#include <array>
#include <stdexcept>

#include "http/uri.hpp"

namespace auth::totp {
namespace {

constexpr std::size_t secret_bytes = 20;
constexpr std::uint32_t modulus = 1'000'000;

using Mac = std::array<std::uint8_t, 20>;

Mac hmac_sha1(std::string_view key, const std::array<std::uint8_t, 8>& counter) {
    Mac mac{};
    if (!HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()), counter.data(), counter.size(), mac.data(), nullptr))
        throw std::runtime_error("libcrypto has no SHA-1");
    return mac;
}

// RFC 4226, 5.3: four bytes from where the last half byte points, without the sign.
std::uint32_t truncated(const Mac& mac) {
    const std::size_t at = mac.back() & 0x0FU;
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i) number = number << 8 | mac.at(at + i);
    return number & 0x7FFF'FFFFU;
}

bool is_same(std::string_view a, std::string_view b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace

std::string new_secret() {
    std::string secret(secret_bytes, '\0');
    randombytes_buf(secret.data(), secret.size());
    return secret;
}

std::string base32(std::string_view bytes) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string text;
    std::uint32_t bits = 0;
    unsigned held = 0;
    for (const char byte : bytes) {
        bits = (bits << 8 | static_cast<unsigned char>(byte)) & 0xFFFFU;
        for (held += 8; held >= 5; held -= 5) text += alphabet[bits >> (held - 5) & 31U];
    }
    if (held > 0) text += alphabet[bits << (5 - held) & 31U];
    return text;
}

std::string address(std::string_view installation, std::string_view login, std::string_view secret) {
    const auto issuer = http::encode_component(installation);
    return fmt::format("otpauth://totp/{}:{}?secret={}&issuer={}", issuer, http::encode_component(login), base32(secret), issuer);
}

std::int64_t step_at(base::Instant now) {
    return now.ms / step_ms;
}

std::string code_of(std::string_view secret, std::int64_t step) {
    std::array<std::uint8_t, 8> counter{};
    for (std::size_t i = 0; i < counter.size(); ++i)
        counter.at(i) = static_cast<std::uint8_t>(static_cast<std::uint64_t>(step) >> (56 - 8 * i));
    return fmt::format("{:0{}}", truncated(hmac_sha1(secret, counter)) % modulus, digits);
}

std::optional<std::int64_t> find_step(std::string_view secret, std::string_view code, base::Instant now) {
    std::optional<std::int64_t> found;
    const auto here = step_at(now);
    for (auto step = here - drift_steps; step <= here + drift_steps; ++step)
        if (is_same(code_of(secret, step), code)) found = step;
    return found;
}

}  // namespace auth::totp
