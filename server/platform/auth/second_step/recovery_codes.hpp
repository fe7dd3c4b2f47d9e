#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace auth {

// For the day the phone is gone: ten codes on paper, 50 bits each, good once each.
constexpr std::size_t recovery_codes_count = 10;

// As people copy them: "7K3QX-0MWZT", without letters that look like digits.
std::vector<std::string> new_recovery_codes();

// One spelling for a code of either kind as people type it: Thai digits are digits, spaces and dashes are gone, letters are large;
// with a letter in it, O is 0 and I and L are 1.
std::string fold_code(std::string_view typed);

}  // namespace auth
