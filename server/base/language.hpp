#pragma once

#include <boost/describe/enum.hpp>
#include <cstdint>

namespace base {

// The two languages in which Lomwong speaks to people. Thai comes first.
enum class Language : std::uint8_t { th, en };
BOOST_DESCRIBE_ENUM(Language, th, en)

}  // namespace base
