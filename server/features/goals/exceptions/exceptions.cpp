#include "goals/exceptions/exceptions.hpp"

#include <algorithm>
#include <cmath>

namespace goals {

static double as_share(base::Decimal part, base::Decimal one, base::Decimal other) {
    const auto size = [](base::Decimal number) { return std::abs(static_cast<double>(number.value)); };
    const auto of = std::max(size(one), size(other));
    return of > 0 ? std::min(1.0, size(part) / of) : 0;
}

static bool is_incomplete(const ExceptionLine& known) {
    return known.expected && known.reported < *known.expected;
}

// What the decimals of an indicator do not show is no gap.
static bool is_off_target(const ExceptionLine& known) {
    return known.value && known.gap && base::rounded(*known.gap, static_cast<int>(known.traits.decimals)) > base::Decimal{};
}

static bool is_worse(const ExceptionLine& known) {
    return known.value && known.before && turn_of(known.traits, known.aim, *known.before, *known.value) == Turn::worse;
}

std::vector<ExceptionReason> reasons_of(const ExceptionLine& known, Found found) {
    std::vector<ExceptionReason> reasons;
    if (is_off_target(known)) reasons.push_back(ExceptionReason::off_target);
    if (is_worse(known)) reasons.push_back(ExceptionReason::worse);
    if (found == Found::missing || is_incomplete(known)) reasons.push_back(ExceptionReason::missing);
    if (known.odd > 0) reasons.push_back(ExceptionReason::odd);
    return reasons;
}

double distance_of(const ExceptionLine& line) {
    switch (line.reasons.front()) {
        case ExceptionReason::off_target: {
            const auto& aim = *line.aim;
            return as_share(*line.gap, aim.to && *line.value > *aim.to ? *aim.to : aim.from, *line.value);
        }
        case ExceptionReason::worse:
            return as_share({line.value->value - line.before->value}, *line.before, *line.value);
        case ExceptionReason::missing:
            if (!is_incomplete(line)) return 1;
            return static_cast<double>(*line.expected - line.reported) / static_cast<double>(*line.expected);
        case ExceptionReason::odd:
            break;
    }
    return 1;
}

static void count(ExceptionCounts& counts, ExceptionReason reason) {
    switch (reason) {
        case ExceptionReason::off_target:
            ++counts.off_target;
            break;
        case ExceptionReason::worse:
            ++counts.worse;
            break;
        case ExceptionReason::missing:
            ++counts.missing;
            break;
        case ExceptionReason::odd:
            ++counts.odd;
            break;
    }
}

void keep_farthest(ExceptionList& list, std::size_t most) {
    for (const auto& line : list.lines)
        for (const auto reason : line.reasons) count(list.counts, reason);
    std::ranges::stable_sort(list.lines, {}, [](const ExceptionLine& line) { return std::pair(line.reasons.front(), -distance_of(line)); });
    if (list.lines.size() <= most) return;
    list.more = static_cast<std::int64_t>(list.lines.size() - most);
    list.lines.resize(most);
}

}  // namespace goals
