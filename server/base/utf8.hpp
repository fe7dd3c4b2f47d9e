#pragma once

#include <unicode/utf8.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace base {

// Takes the code point that starts at byte `at` and moves `at` behind it. What is not UTF-8 comes out as U+FFFD, one a broken sequence.
inline char32_t next_character(std::string_view text, std::size_t& at) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto length = static_cast<std::int64_t>(text.size());
    auto i = static_cast<std::int64_t>(at);
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, i, length, c);  // NOLINT(bugprone-inc-dec-in-conditions): so it stands inside ICU
    at = static_cast<std::size_t>(i);
    return static_cast<char32_t>(c);
}

inline void append_character(std::string& text, char32_t c) {
    std::uint8_t bytes[U8_MAX_LENGTH];
    std::int32_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, c);
    text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
}

// At most `bytes` bytes from the beginning, without breaking a character.
inline std::string beginning(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes) return std::string(text);
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) --bytes;
    return std::string(text.substr(0, bytes));
}

}  // namespace base
