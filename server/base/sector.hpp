#pragma once

#include <boost/describe/enum.hpp>
#include <cstdint>

namespace base {

// Which part of society a body or a person comes from; the balance between sectors is shown wherever people meet.
enum class Sector : std::uint8_t { state, local_government, academic, private_, civil_society, religious, people };
BOOST_DESCRIBE_ENUM(Sector, state, local_government, academic, private_, civil_society, religious, people)

}  // namespace base
