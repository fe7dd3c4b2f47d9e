#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace http {

// Undoes %41; nothing for a broken escape, a NUL or what is not UTF-8.
std::optional<std::string> decode_segment(std::string_view text);

struct QueryValue {
    std::string name, value;
};

// "a=1&b=%E0%B8%81+x" in order; "+" is a space. Nothing for a broken escape.
std::optional<std::vector<QueryValue>> read_query(std::string_view query);

// Escapes everything but the unreserved characters: for one path segment or one query value.
std::string encode_component(std::string_view text);

}  // namespace http
