#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json/errors.hpp"

namespace json {

// A parsed value, before anybody has asked what it should be. Objects keep their members as they came, also twice-named ones.
struct Node {
    // `word` is text from a query string or a form: it may turn out to be a number.
    enum class Kind : std::uint8_t { null, boolean, whole, number, text, word, list, object };

    Kind kind = Kind::null;
    bool boolean = false;
    std::int64_t whole = 0;
    double number = 0;
    std::string text{};
    std::string key{};          // its name, when it is a member
    std::vector<Node> items{};  // of a list or an object

    bool is_text() const { return kind == Kind::text || kind == Kind::word; }
};

struct Limits {
    std::size_t bytes = 4u << 20;
    std::size_t depth = 32;
    std::size_t values = 200'000;
};

// Nothing and one named error (not_json, too_deep, too_big, too_many_values, bad_utf8) when the text is not JSON within the limits.
std::optional<Node> parse(std::string_view text, Errors& errors, const Limits& limits = {});

}  // namespace json
