#pragma once

#include <string>
#include <string_view>

namespace json {

// The same JSON with a line for each value, for files that people compare. `text` must be well-formed.
std::string indented(std::string_view text);

}  // namespace json
