#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <vector>

#include "circles/circles.hpp"

namespace circles {

struct HeldSession {
    SessionId id;
    std::optional<std::int64_t> said_ordinal;  // the number that its paper says
    std::optional<std::int64_t> ordinal;       // the number it has now
};
BOOST_DESCRIBE_STRUCT(HeldSession, (), (id, said_ordinal, ordinal))

// ครั้งที่: held sessions in the order of their days, counted on from those held before they were recorded here. A number that the paper
// says stands, and the count goes on from it. A session entered late takes its place by its day and moves the numbers after it: the
// number tells which meeting it was, the address (/sessions/345) never changes. A held session whose record is deleted keeps its number,
// since papers and later sessions speak of it: nobody else gets it. Only one that is first said not to have been held gives it up.
std::vector<std::int64_t> numbers(const std::vector<HeldSession>& in_order, std::int64_t held_before);

}  // namespace circles
