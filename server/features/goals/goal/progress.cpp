#include "goals/goal/progress.hpp"

#include <algorithm>

namespace goals {

base::Decimal distance(Direction direction, const Mark& target, base::Decimal value) {
    const auto low = target.value.value;
    const auto high = target.value_to.value_or(target.value).value;
    std::int64_t missing = 0;
    if (direction != Direction::down) missing = low - value.value;
    if (direction != Direction::up) missing = std::max(missing, value.value - high);
    return {std::max<std::int64_t>(missing, 0)};
}

bool is_whole(const Traits& traits, const Figure& figure) {
    const bool is_own_number = figure.entered && figure.entered->value && figure.reported == 0 && figure.entered->value == figure.value;
    if (is_own_number && !figure.over) return true;
    const bool adds_areas = traits.calculation == Calculation::plain && traits.over_areas != OverAreas::average;
    const bool adds_time = traits.over_time == OverTime::sum || traits.over_time == OverTime::count;
    if (adds_time && figure.over && figure.periods_there < figure.periods) return false;
    return !adds_areas || !figure.expected || figure.reported >= *figure.expected;
}

Progress progress_of(const Traits& traits, const Mark* target, const Mark* baseline, const Figure* latest) {
    if (target == nullptr) return Progress::no_target;
    if (latest != nullptr && latest->hidden) return Progress::hidden;
    if (latest == nullptr || !latest->value) return Progress::not_measured;
    if (!is_whole(traits, *latest)) return Progress::partly_reported;
    const auto missing = distance(traits.direction, *target, *latest->value);
    if (missing == base::Decimal{}) return Progress::reached;
    if (baseline == nullptr) return Progress::short_of;
    const auto before = distance(traits.direction, *target, baseline->value);
    if (missing == before) return Progress::unchanged;
    return missing < before ? Progress::closer : Progress::farther;
}

void add_to(Tally& tally, Progress progress) {
    ++tally.goals;
    switch (progress) {
        case Progress::no_target:
            ++tally.no_target;
            break;
        case Progress::not_measured:
        case Progress::hidden:
        case Progress::partly_reported:
            ++tally.not_measured;
            break;
        case Progress::short_of:
        case Progress::farther:
        case Progress::unchanged:
            ++tally.not_closer;
            break;
        case Progress::closer:
            ++tally.closer;
            break;
        case Progress::reached:
            ++tally.reached;
            break;
    }
}

}  // namespace goals
