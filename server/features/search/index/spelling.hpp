#pragma once

#include <string_view>

namespace search {

// How far one spelling is from another, in letters. Letters that sound alike (ศ ษ ส, ณ น, ใ ไ), a short for a long vowel and a wrong or
// missing tone cost half. Compact spellings, see tokens.hpp. Gives up early: more than `most` comes back as a number above it.
double spelling_distance(std::string_view a, std::string_view b, double most);

}  // namespace search
