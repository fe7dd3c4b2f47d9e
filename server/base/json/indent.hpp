#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace json {

// The same JSON with a line for each value, for files that people compare; an object or a list that fits into a line of `width` characters
// stays whole. `text` must be well-formed.
std::string indented(std::string_view text, std::size_t width = 0);

}  // namespace json
