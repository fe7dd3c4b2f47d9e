#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace base {

// One line a person typed: 1 to 300 characters, tidied, white space at the ends gone, line breaks turned into spaces.
struct Line {
    static constexpr std::size_t longest = 300;
    std::string value;

    operator std::string_view() const { return value; }  // NOLINT(google-explicit-constructor): it reads as text everywhere
    friend bool operator==(const Line&, const Line&) = default;
};

// Text a person typed, of Min to Max characters (code points, so that Thai and English count alike), tidied and trimmed.
template <std::size_t Min, std::size_t Max>
struct Text {
    std::string value;

    operator std::string_view() const { return value; }  // NOLINT(google-explicit-constructor): it reads as text everywhere
    friend bool operator==(const Text&, const Text&) = default;
};

// A whole number from Min to Max.
template <std::int64_t Min, std::int64_t Max>
struct Whole {
    std::int64_t value = Min;

    operator std::int64_t() const { return value; }  // NOLINT(google-explicit-constructor): it counts everywhere
    friend bool operator==(const Whole&, const Whole&) = default;
};

// What a person left out is stored as an empty text.
template <class T>
std::string or_empty(const std::optional<T>& text) {
    return text ? text->value : std::string{};
}

}  // namespace base
