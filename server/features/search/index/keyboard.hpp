#pragma once

#include <string>
#include <string_view>

namespace search {

// What the same keys give on the other keyboard, Kedmanee (TIS 820-2538) for QWERTY and back: "l;ylfu" is สวัสดี. Empty if the text has
// letters of both.
std::string on_the_other_keyboard(std::string_view text);

}  // namespace search
