#pragma once

#include "goals/figures/figure.hpp"
#include "goals/goal/goal.hpp"

// How near a goal has come, as far as anybody can say. Pure.
namespace goals {

// not_measured: nothing since the baseline. partly_reported: a sum of which areas are still missing says nothing yet. short_of: measured,
// not there, and where it began nobody knows. hidden: so few people are counted that the number is not told, and neither is what it means.
enum class Progress : std::uint8_t { no_target, not_measured, hidden, partly_reported, short_of, farther, unchanged, closer, reached };
BOOST_DESCRIBE_ENUM(Progress, no_target, not_measured, hidden, partly_reported, short_of, farther, unchanged, closer, reached)

// How much is missing to a target; 0 for one that is met.
base::Decimal distance(Direction direction, const Mark& target, base::Decimal value);

// A plain sum or count is told only when all have reported that are asked, and all the months of its year are there, or the area itself did
// for all; what is put together from numerators and denominators stands for those who did, and says beside it how many they are.
bool is_whole(const Traits& traits, const Figure& figure);

// `target`: the last one; `latest`: the newest figure later than the baseline.
Progress progress_of(const Traits& traits, const Mark* target, const Mark* baseline, const Figure* latest);

// Of several goals: how many stand where. What is missing is a part of its own and never hidden in a mean.
struct Tally {
    std::int64_t goals{};
    std::int64_t reached{};
    std::int64_t closer{};
    std::int64_t not_closer{};    // unchanged, farther, or short of the target
    std::int64_t not_measured{};  // also those of which reports are missing, or are not told
    std::int64_t no_target{};
};
BOOST_DESCRIBE_STRUCT(Tally, (), (goals, reached, closer, not_closer, not_measured, no_target))
void add_to(Tally& tally, Progress progress);

}  // namespace goals
