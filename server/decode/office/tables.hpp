#pragma once

#include <string>
#include <string_view>

#include "decode/office/package.hpp"

namespace decode::office {

// One sheet as CSV, after a line with the names of the sheets that are shown. `sheet` is a name; empty: the first. Formulas are told by
// the value that was computed last; what they point to outside the file is never opened. Throws Refused.
std::string read_xlsx(Package& package, std::string_view sheet);
std::string read_ods(Package& package, std::string_view sheet);

}  // namespace decode::office
