#pragma once

#include <span>
#include <string>
#include <vector>

#include "goals/counted/sources.hpp"
#include "goals/indicator/indicator.hpp"
#include "goals/rollup/series.hpp"
#include "journal/journal.hpp"

// Keeps true what Lomwong counts itself, by following the journal: the months and areas that an event touches are counted anew from the
// first, so that nothing drifts.
namespace goals {

// Returns the sequence up to which it is done; the position of the follower "goals" moves in the same transaction.
std::int64_t follow(db::Database& database, const Sources& sources, std::span<const journal::Event> events);

// A value that is not what counting gives now.
struct WrongCount {
    std::string indicator;
    std::string period;
    base::AreaId area;
    std::optional<base::Decimal> stands;
    std::optional<base::Decimal> counted;
};
struct CountVerdict {
    std::int64_t behind{};  // events that have not been followed yet: as long as there are any, nothing is judged
    std::vector<WrongCount> wrong;
};
// Counts everything anew.
CountVerdict list_wrong_counts(db::Database& database, const Sources& sources);
std::string describe(const WrongCount& wrong);

}  // namespace goals
