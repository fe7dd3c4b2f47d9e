#pragma once

#include <boost/describe.hpp>
#include <cstdint>

#include "records/records.hpp"

namespace circles {

// How much of a readable session a viewer sees. Outsiders: what was shared, and those who had a public part in it (facilitator, speaker).
// Insiders, who have a role in the circle or its organiser: process notes, who came, and what stays in the circle. Running the house makes
// nobody an insider: an administrator puts right what outsiders see.
enum class Sight : std::uint8_t { outsider, insider, editor };
BOOST_DESCRIBE_ENUM(Sight, outsider, insider, editor)

Sight sight(const records::Found& session);

}  // namespace circles
