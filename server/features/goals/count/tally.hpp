#pragma once

#include <array>
#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/decimal.hpp"
#include "goals/indicator/definition.hpp"

// What hands come to, and what is told of them. Pure.
namespace goals {

// How people give their step: openly, or so that no neighbour sees it.
enum class Way : std::uint8_t { hands, eyes_closed, seeds, slips };
BOOST_DESCRIBE_ENUM(Way, hands, eyes_closed, seeds, slips)
constexpr bool is_secret(Way way) {
    return way != Way::hands;
}
// What people would not say before the village head is asked in secret, unless who leads the count wishes otherwise.
constexpr Way usual_way(bool is_delicate) {
    return is_delicate ? Way::eyes_closed : Way::hands;
}

// At the steps 1 to 5.
using Hands = std::array<std::int64_t, score_steps>;
Hands& operator+=(Hands& all, const Hands& more);

struct HandTally {
    std::int64_t hands{};
    std::int64_t sum{};  // of the steps that they gave
    std::vector<std::int64_t> levels;
    // Rounded once, half away from zero, at the sixth decimal; without hands there is none.
    std::optional<base::Decimal> mean;
    std::optional<base::Decimal> spread;  // the standard deviation over those who put a hand up

    friend bool operator==(const HandTally&, const HandTally&) = default;
};
BOOST_DESCRIBE_STRUCT(HandTally, (), (hands, sum, levels, mean, spread))
HandTally tally(const Hands& hands);

struct GroupTally {
    std::string group;
    HandTally tally;
};
BOOST_DESCRIBE_STRUCT(GroupTally, (), (group, tally))

// Groups beside the total: each sits apart, so the total is their sum. Of a secret count none where one of them is so small that a
// neighbour could tell who gave what.
std::vector<GroupTally> group_tallies(Way way, const std::vector<std::string>& names, const std::vector<Hands>& hands);

}  // namespace goals
