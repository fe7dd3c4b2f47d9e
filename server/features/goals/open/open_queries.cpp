#include "goals/open/open_queries.hpp"

#include <algorithm>
#include <iterator>

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

std::vector<PeriodGroup> list_period_groups(db::Session& db, IndicatorId indicator) {
    return db.all<PeriodGroup>(
        "SELECT kind, first_day, last_day, breakdown FROM goals_series WHERE indicator_id = $1 AND breakdown <> ''"
        " AND EXISTS (SELECT 1 FROM goals_figures f WHERE f.series_id = goals_series.id) ORDER BY first_day, last_day, breakdown",
        indicator);
}

std::vector<IndicatorCard> list_open_indicators(db::Session& db) {
    constexpr std::int64_t at_once = 200;
    std::vector<IndicatorCard> all;
    IndicatorWish wish;
    wish.limit = base::Whole<1, 200>{at_once};
    for (bool more = true; more;) {
        auto some = list_indicators(db, {}, wish);
        more = std::ssize(some) > at_once;
        if (more) some.pop_back();
        std::ranges::move(some, std::back_inserter(all));
        if (more) wish.after = all.back().id;
    }
    return all;
}

}  // namespace goals
