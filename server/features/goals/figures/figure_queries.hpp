#pragma once

#include <span>
#include <vector>

#include "goals/rollup/value_queries.hpp"

// What reading figures asks of the database.
namespace goals {

struct SeriesRow {
    SeriesId id;
    base::PeriodKind kind{};
    base::Date first_day;
    base::Date last_day;
    areas::Level level{};
};
BOOST_DESCRIBE_STRUCT(SeriesRow, (), (id, kind, first_day, last_day, level))

// Of which indicator and group, within which days.
struct Wanted {
    IndicatorId indicator;
    std::string_view breakdown;
    base::Period days;
};
// Wholly within the days, in the order of their time.
std::vector<SeriesRow> list_series(db::Session& db, const Wanted& wanted);
// For which groups there is anything within the days; the total is "".
std::vector<std::string> list_breakdowns(db::Session& db, IndicatorId indicator, base::Period days);

// Of these series and areas, which are of one depth.
std::vector<FigureRow> list_figure_rows(db::Session& db, int depth, std::span<const SeriesRow> series, std::span<const base::AreaId> areas);
// What counts of what these areas reported themselves.
std::vector<ValueRow> list_own_values(db::Session& db, std::span<const SeriesRow> series, std::span<const base::AreaId> areas);

// How many values stand of areas from `first` to `last`, at any stage, in periods that end on this day or later.
std::int64_t count_values(db::Session& db, base::AreaId first, base::AreaId last, base::Date since);

}  // namespace goals
