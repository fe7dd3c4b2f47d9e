#pragma once

#include <string_view>

namespace app::demo {

// All files of demo/ as one JSON list, built into the program.
std::string_view localities();

}  // namespace app::demo
