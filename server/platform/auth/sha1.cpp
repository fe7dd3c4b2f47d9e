#include "auth/sha1.hpp"

#include <bit>
#include <cstddef>
#include <string>

namespace auth {
namespace {

constexpr std::size_t block_bytes = 64;

struct Round {
    std::uint32_t mix;
    std::uint32_t constant;
};

Round round_of(std::size_t t, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
    if (t < 20) return {(b & c) | (~b & d), 0x5A827999};
    if (t < 40) return {b ^ c ^ d, 0x6ED9EBA1};
    if (t < 60) return {(b & c) | (b & d) | (c & d), 0x8F1BBCDC};
    return {b ^ c ^ d, 0xCA62C1D6};
}

std::array<std::uint32_t, 80> schedule(std::string_view block) {
    std::array<std::uint32_t, 80> words{};
    for (std::size_t i = 0; i < block_bytes; ++i) words.at(i / 4) = words.at(i / 4) << 8 | static_cast<unsigned char>(block[i]);
    for (std::size_t t = 16; t < words.size(); ++t)
        words.at(t) = std::rotl(words.at(t - 3) ^ words.at(t - 8) ^ words.at(t - 14) ^ words.at(t - 16), 1);
    return words;
}

void take_block(std::array<std::uint32_t, 5>& state, std::string_view block) {
    const auto words = schedule(block);
    auto [a, b, c, d, e] = state;
    for (std::size_t t = 0; t < words.size(); ++t) {
        const auto [mix, constant] = round_of(t, b, c, d);
        const auto next = std::rotl(a, 5) + mix + e + constant + words.at(t);
        e = d;
        d = c;
        c = std::rotl(b, 30);
        b = a;
        a = next;
    }
    const std::array<std::uint32_t, 5> added{a, b, c, d, e};
    for (std::size_t i = 0; i < state.size(); ++i) state.at(i) += added.at(i);
}

// A one, zeros, and the length in bits fill up the last block.
std::string padded(std::string_view bytes) {
    std::string text(bytes);
    text += '\x80';
    while (text.size() % block_bytes != block_bytes - 8) text += '\0';
    const std::uint64_t bits = std::uint64_t{bytes.size()} * 8;
    for (int shift = 56; shift >= 0; shift -= 8) text += static_cast<char>(bits >> shift);
    return text;
}

std::string_view text_of(const Sha1Digest& digest) {
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

std::string crossed(std::string key, char with) {
    key.resize(block_bytes, '\0');
    for (char& c : key) c = static_cast<char>(c ^ with);
    return key;
}

}  // namespace

Sha1Digest sha1(std::string_view bytes) {
    std::array<std::uint32_t, 5> state{0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0};
    const auto text = padded(bytes);
    for (std::size_t at = 0; at < text.size(); at += block_bytes) take_block(state, std::string_view(text).substr(at, block_bytes));
    Sha1Digest digest{};
    for (std::size_t i = 0; i < digest.size(); ++i) digest.at(i) = static_cast<std::uint8_t>(state.at(i / 4) >> (24 - 8 * (i % 4)));
    return digest;
}

Sha1Digest hmac_sha1(std::string_view key, std::string_view message) {
    const std::string short_key(key.size() > block_bytes ? text_of(sha1(key)) : key);
    const auto inner = sha1(crossed(short_key, 0x36).append(message));
    return sha1(crossed(short_key, 0x5C).append(text_of(inner)));
}

}  // namespace auth
