#include "goals/count/tally.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace goals {

static constexpr std::int64_t smallest_group = 5;

__extension__ using Wide = __int128;  // millionths, squared, of as many hands as a country has

// The greatest number whose square is not above this one.
static Wide root(Wide number) {
    auto guess = static_cast<Wide>(std::sqrt(static_cast<long double>(number)));
    while (guess * guess > number) --guess;
    while ((guess + 1) * (guess + 1) <= number) ++guess;
    return guess;
}

// sqrt(Σx²/n − (Σx/n)²) = sqrt(n·Σx² − (Σx)²) / n, in half millionths and then rounded.
static base::Decimal spread(std::int64_t hands, std::int64_t sum, std::int64_t squares) {
    const Wide apart = Wide{hands} * squares - Wide{sum} * sum;
    constexpr Wide halves = 2 * Wide{base::Decimal::one};
    return {static_cast<std::int64_t>((root(halves * halves * apart) / hands + 1) / 2)};
}

Hands& operator+=(Hands& all, const Hands& more) {
    for (std::size_t i = 0; i < all.size(); ++i) all.at(i) += more.at(i);
    return all;
}

HandTally tally(const Hands& hands) {
    HandTally told{.hands = std::accumulate(hands.begin(), hands.end(), std::int64_t{0}),
                   .sum = 0,
                   .levels = {hands.begin(), hands.end()},
                   .mean = {},
                   .spread = {}};
    std::int64_t squares = 0;
    std::int64_t step = 0;
    for (const auto each : hands) {
        ++step;
        told.sum += step * each;
        squares += step * step * each;
    }
    if (told.hands == 0) return told;
    told.mean = base::ratio({1}, base::whole(told.sum), {told.hands});
    told.spread = spread(told.hands, told.sum, squares);
    return told;
}

std::vector<GroupTally> group_tallies(Way way, const std::vector<std::string>& names, const std::vector<Hands>& hands) {
    std::vector<GroupTally> told;
    told.reserve(names.size());
    for (std::size_t i = 0; i < names.size(); ++i) told.push_back({names[i], tally(hands.at(i))});
    const auto is_small = [](const GroupTally& each) { return each.tally.hands > 0 && each.tally.hands < smallest_group; };
    if (is_secret(way) && std::ranges::any_of(told, is_small)) return {};
    return told;
}

}  // namespace goals
