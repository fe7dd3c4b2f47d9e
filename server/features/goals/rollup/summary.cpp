#include "goals/rollup/summary.hpp"

#include <algorithm>

#include "http/problem.hpp"

namespace goals {

static base::Decimal add(base::Decimal a, base::Decimal b) {
    const auto total = base::sum(a, b);
    if (!total) throw http::Problem(422, "sum_too_large");
    return *total;
}

Summary combine(const Summary& a, const Summary& b) {
    if (a == Summary{}) return b;
    Summary both{.amounts = a.amounts + b.amounts,
                 .reported = a.reported + b.reported,
                 .not_asked = a.not_asked + b.not_asked,
                 .not_applicable = a.not_applicable + b.not_applicable,
                 .numerator = add(a.numerator, b.numerator),
                 .denominator = add(a.denominator, b.denominator),
                 .lowest = a.amounts > 0 ? a.lowest : b.lowest,
                 .highest = a.amounts > 0 ? a.highest : b.highest};
    if (a.amounts > 0 && b.amounts > 0) {
        both.lowest = std::min(a.lowest, b.lowest);
        both.highest = std::max(a.highest, b.highest);
    }
    return both;
}

int depth_of(base::AreaId area) {
    return std::min(static_cast<int>(areas::level_of(area)), depth_of_places);
}

static Summary amounts_of(const Report& report) {
    return {.amounts = 1,
            .numerator = report.numerator,
            .denominator = report.denominator.value_or(base::Decimal{}),
            .lowest = report.numerator,
            .highest = report.numerator};
}

// An area of the level that is asked counts once, whatever it is made of. Finer areas count nothing, in coarser ones those below are
// counted.
static void count_area(Summary& summary, base::AreaId area, areas::Level asked, const std::optional<Report>& own) {
    const auto level = areas::level_of(area);
    if (level < asked && depth_of(area) < depth_of_places) return;
    const bool is_asked = level == asked;
    const auto says = [&](State state) { return is_asked && summary.amounts == 0 && own && own->state == state ? 1 : 0; };
    summary.reported = is_asked && summary.amounts > 0 ? 1 : 0;
    summary.not_asked = says(State::not_asked);
    summary.not_applicable = says(State::not_applicable);
}

Summary summary_of(base::AreaId area, areas::Level asked, const std::optional<Report>& own, const Summary& below) {
    auto summary = below;
    if (below.amounts == 0 && own && own->state == State::value) {
        summary = amounts_of(*own);
        summary.reported = below.reported;
        summary.not_asked = below.not_asked;
        summary.not_applicable = below.not_applicable;
    }
    count_area(summary, area, asked, own);
    return summary;
}

}  // namespace goals
