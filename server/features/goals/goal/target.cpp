#include "goals/goal/target.hpp"

#include <algorithm>

#include "goals/goal/goal_queries.hpp"
#include "goals/rollup/summary.hpp"

namespace goals {

struct AdoptedGoal {
    GoalId id;
    std::string title;
    std::string title_en;
    std::string address;
};
BOOST_DESCRIBE_STRUCT(AdoptedGoal, (), (id, title, title_en, address))

std::optional<Target> target_of(db::Session& db, IndicatorId indicator, base::AreaId area, const base::ReportingPeriod& period) {
    const auto goal = db.find<AdoptedGoal>(
        "SELECT g.id, r.title, r.title_en, r.address FROM goals_goals g JOIN records_v_public r ON r.id = g.id"
        " WHERE g.indicator_id = $1 AND r.area_id = $2 AND g.decision = 'adopted'"
        " AND EXISTS (SELECT 1 FROM goals_marks m WHERE m.goal_id = g.id AND m.is_target = 1)"
        " ORDER BY g.decided_on DESC, g.id DESC LIMIT 1",
        indicator, area);
    if (!goal) return {};
    const auto marks = get_marks(db, goal->id);
    const auto due = std::ranges::find_if(marks.targets, [&](const Mark& mark) { return mark.period.last >= period.last; });
    const auto& mark = due == marks.targets.end() ? marks.targets.back() : *due;
    return Target{goal->id, goal->title, goal->title_en, goal->address, mark.period, mark.value, mark.value_to, marks.baseline};
}

struct MeasuredPeriod {
    base::PeriodKind kind{};
    base::Date first_day;
    base::Date last_day;
};
BOOST_DESCRIBE_STRUCT(MeasuredPeriod, (), (kind, first_day, last_day))

std::vector<base::ReportingPeriod> list_measured(db::Session& db, IndicatorId indicator, base::AreaId area) {
    std::vector<base::ReportingPeriod> periods;
    const auto take = [&](const MeasuredPeriod& row) { periods.push_back({row.kind, row.first_day, row.last_day}); };
    db.each<MeasuredPeriod>(
        "SELECT s.kind, s.first_day, s.last_day FROM goals_series s WHERE s.indicator_id = $1 AND s.breakdown = '' AND (EXISTS"
        " (SELECT 1 FROM goals_figures f WHERE f.series_id = s.id AND f.depth = $3 AND f.area_id = $2 AND f.amounts > 0) OR EXISTS"
        " (SELECT 1 FROM goals_values v WHERE v.series_id = s.id AND v.area_id = $2 AND v.stage >= 2 AND v.state = 0))"
        " ORDER BY s.last_day DESC, s.first_day LIMIT 120",
        take, indicator, area, depth_of(area));
    return periods;
}

}  // namespace goals
