#include "goals/view/times.hpp"

#include <algorithm>

#include "goals/computed/recipe.hpp"
#include "goals/goal/target.hpp"
#include "goals/indicator/indicator_queries.hpp"

namespace goals {

std::vector<base::ReportingPeriod> measured_of(db::Session& db, const Indicator& indicator, base::AreaId area) {
    auto measured = list_measured(db, indicator.id, area);
    if (!measured.empty()) return measured;
    const auto definitions = list_definitions(db, indicator.id);
    if (definitions.empty()) return {};
    const base::Date first{definitions.front().from_year, 1, 1};
    const auto recipe = find_recipe(db, indicator.id, {base::PeriodKind::day, first, first});
    if (!recipe) return {};
    for (const auto& code : parts_of(*recipe))
        if (const auto part = find_indicator(db, code))
            for (const auto& period : list_measured(db, part->id, area)) measured.push_back(period);
    std::ranges::stable_sort(measured, std::greater{}, &base::ReportingPeriod::last);
    return measured;
}

std::vector<base::ReportingPeriod> periods_up_to(const std::vector<base::ReportingPeriod>& measured,
                                                 const std::optional<base::ReportingPeriod>& last, std::size_t most) {
    std::vector<base::ReportingPeriod> periods;
    if (last) periods.push_back(*last);
    for (const auto& period : measured) {
        if (periods.size() >= most) break;
        if (periods.empty() || (period.kind == periods.front().kind && period.last < periods.back().last)) periods.push_back(period);
    }
    std::ranges::reverse(periods);
    return periods;
}

}  // namespace goals
