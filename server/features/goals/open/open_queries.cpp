#include "goals/open/open_queries.hpp"

namespace goals {

struct PeriodRow {
    base::PeriodKind kind{};
    base::Date first_day;
    base::Date last_day;
};
BOOST_DESCRIBE_STRUCT(PeriodRow, (), (kind, first_day, last_day))

std::vector<base::ReportingPeriod> list_periods(db::Session& db, IndicatorId indicator) {
    std::vector<base::ReportingPeriod> periods;
    db.each<PeriodRow>(
        "SELECT kind, first_day, last_day FROM goals_series WHERE indicator_id = $1 AND breakdown = ''"
        " AND EXISTS (SELECT 1 FROM goals_figures f WHERE f.series_id = goals_series.id) ORDER BY first_day, last_day",
        [&](const PeriodRow& row) { periods.push_back({row.kind, row.first_day, row.last_day}); }, indicator);
    return periods;
}

}  // namespace goals
