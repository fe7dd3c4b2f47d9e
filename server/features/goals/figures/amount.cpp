#include "goals/figures/amount.hpp"

#include <algorithm>

#include "http/problem.hpp"

namespace goals {

namespace {

using base::Decimal;

bool is_weighed(const Traits& traits) {
    return traits.calculation != Calculation::plain;
}

Amount weighed(const Traits& traits, const Summary& summary) {
    const auto factor = traits.calculation == Calculation::ratio ? std::int64_t{traits.factor} : 1;
    return {base::ratio(base::whole(factor), summary.numerator, summary.denominator), summary.numerator, summary.denominator};
}

std::optional<Decimal> plain(const Traits& traits, const Summary& summary) {
    switch (traits.over_areas) {
        case OverAreas::sum:
            return summary.numerator;
        case OverAreas::average:
            return base::ratio({1}, summary.numerator, {summary.amounts});  // both in the same unit
        case OverAreas::min:
            return summary.lowest;
        case OverAreas::max:
            return summary.highest;
        case OverAreas::count:
            return base::whole(summary.amounts);
        case OverAreas::none:
            break;
    }
    return std::nullopt;
}

Summary together(const std::vector<Part>& parts) {
    Summary all;
    for (const auto& part : parts) all = combine(all, part.summary);
    return all;
}

std::vector<Decimal> values_of(const Traits& traits, const std::vector<Part>& parts) {
    std::vector<Decimal> values;
    for (const auto& part : parts)
        if (const auto value = amount_of(traits, part.summary).value) values.push_back(*value);
    return values;
}

std::optional<Decimal> total(const std::vector<Decimal>& values) {
    Decimal total;
    for (const auto value : values) {
        const auto next = base::sum(total, value);
        if (!next) throw http::Problem(422, "sum_too_large");
        total = *next;
    }
    return values.empty() ? std::nullopt : std::optional(total);
}

std::optional<Decimal> mean(const std::vector<Decimal>& values) {
    const auto sum = total(values);
    return sum ? base::ratio({1}, *sum, {std::ssize(values)}) : std::nullopt;
}

Amount lowest_or_highest(const Traits& traits, const std::vector<Part>& parts) {
    const auto values = values_of(traits, parts);
    if (values.empty()) return {};
    return {traits.over_time == OverTime::min ? std::ranges::min(values) : std::ranges::max(values), {}, {}};
}

}  // namespace

Amount amount_of(const Traits& traits, const Summary& summary) {
    if (summary.amounts == 0) return {};
    if (is_weighed(traits)) return weighed(traits, summary);
    return {plain(traits, summary), summary.numerator, {}};
}

Amount amount_over_time(const Traits& traits, const std::vector<Part>& parts) {
    if (parts.empty()) return {};
    switch (traits.over_time) {
        case OverTime::first:
            return amount_of(traits, parts.front().summary);
        case OverTime::last:
            return amount_of(traits, parts.back().summary);
        case OverTime::sum:
            if (is_weighed(traits)) return weighed(traits, together(parts));
            return {total(values_of(traits, parts)), {}, {}};
        case OverTime::average:
            if (is_weighed(traits) || traits.over_areas == OverAreas::average) return amount_of(traits, together(parts));
            return {mean(values_of(traits, parts)), {}, {}};
        case OverTime::min:
        case OverTime::max:
            return lowest_or_highest(traits, parts);
        case OverTime::count:
            return {base::whole(together(parts).amounts), {}, {}};
        case OverTime::none:
            break;
    }
    return {};
}

}  // namespace goals
