#include "goals/figures/figure_queries.hpp"

#include "base/json/json.hpp"
#include "db/ids.hpp"
#include "goals/rollup/arrays.hpp"

namespace goals {

std::vector<SeriesRow> list_series(db::Session& db, const Wanted& wanted) {
    return db.all<SeriesRow>(
        "SELECT id, kind, first_day, last_day, level FROM goals_series WHERE indicator_id = $1 AND breakdown = $2 AND first_day >= $3"
        " AND first_day <= $4 AND last_day <= $4 ORDER BY first_day, last_day",
        wanted.indicator, wanted.breakdown, wanted.days.first, wanted.days.last);
}

std::vector<std::string> list_breakdowns(db::Session& db, IndicatorId indicator, base::Period days) {
    return db.all<std::string>(
        "SELECT DISTINCT breakdown FROM goals_series WHERE indicator_id = $1 AND first_day >= $2 AND first_day <= $3 AND last_day <= $3"
        " ORDER BY breakdown",
        indicator, days.first, days.last);
}

// Many ids as one parameter, in the form in which each engine looks them up in an index, however many rows there are.
template <class Rows, class Number>
static std::string ids_for(db::Engine engine, const Rows& rows, Number number) {
    if (engine == db::Engine::postgres) return array_of(rows, number);
    std::vector<std::int64_t> ids;
    for (const auto& row : rows) ids.push_back(number(row));
    return json::write(ids);
}
static std::string ids_for(db::Engine engine, std::span<const SeriesRow> series) {
    return ids_for(engine, series, [](const SeriesRow& row) { return row.id.value; });
}
static std::string ids_for(db::Engine engine, std::span<const base::AreaId> areas) {
    return ids_for(engine, areas, [](base::AreaId area) { return area.value; });
}

#define POSTGRES_ANY(parameter) "= ANY (CAST(" parameter " AS bigint[]))"
#define SQLITE_ANY(parameter) "IN (" DB_SQLITE_IDS(parameter) ")"

#define FIGURES(any)                                                                                                            \
    "SELECT f.series_id, f.depth, f.area_id, f.amounts, f.reported, f.not_asked, f.not_applicable, f.numerator, f.denominator," \
    " f.lowest, f.highest FROM goals_figures f WHERE f.depth = $1 AND f.series_id " any("$2") " AND f.area_id " any("$3")

std::vector<FigureRow> list_figure_rows(db::Session& db, int depth, std::span<const SeriesRow> series,
                                        std::span<const base::AreaId> areas) {
    return db.all<FigureRow>({"/* sqlite */ " FIGURES(SQLITE_ANY), "/* postgres */ " FIGURES(POSTGRES_ANY)}, depth,
                             ids_for(db.engine(), series), ids_for(db.engine(), areas));
}

#define OWN_VALUES(any)                                                                                                   \
    "SELECT v.series_id, v.area_id, v.state, v.stage, v.numerator, v.denominator, v.entry_id, v.made FROM goals_values v" \
    " WHERE v.stage >= 2 AND v.series_id " any("$1") " AND v.area_id " any("$2")

std::vector<ValueRow> list_own_values(db::Session& db, std::span<const SeriesRow> series, std::span<const base::AreaId> areas) {
    return db.all<ValueRow>({"/* sqlite */ " OWN_VALUES(SQLITE_ANY), "/* postgres */ " OWN_VALUES(POSTGRES_ANY)},
                            ids_for(db.engine(), series), ids_for(db.engine(), areas));
}

// Series by series: values of an area are found by their series only.
std::int64_t count_values(db::Session& db, base::AreaId first, base::AreaId last, base::Date since) {
    return db.one<std::int64_t>(
        "SELECT CAST(coalesce(sum((SELECT count(*) FROM goals_values v WHERE v.series_id = s.id AND v.area_id BETWEEN $1 AND $2)), 0)"
        " AS bigint) FROM goals_series s WHERE s.last_day >= $3",
        first, last, since);
}

}  // namespace goals
