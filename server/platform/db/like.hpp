#pragma once

#include <string>
#include <string_view>

namespace db {

// For LIKE … ESCAPE '\': whatever contains this text; empty for an empty text.
std::string containing(std::string_view text);

}  // namespace db
