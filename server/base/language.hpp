#pragma once

#include <cstdint>

namespace base {

// The two languages in which Lomwong speaks to people. Thai comes first.
enum class Language : std::uint8_t { th, en };

}  // namespace base
