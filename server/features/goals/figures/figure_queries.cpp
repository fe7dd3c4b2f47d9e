#include "goals/figures/figure_queries.hpp"

#include "base/json/json.hpp"
#include "db/ids.hpp"

namespace goals {

std::vector<SeriesRow> list_series(db::Session& db, const Wanted& wanted) {
    return db.all<SeriesRow>(
        "SELECT id, kind, first_day, last_day, level FROM goals_series WHERE indicator_id = $1 AND breakdown = $2 AND first_day >= $3"
        " AND first_day <= $4 AND last_day <= $4 ORDER BY first_day, last_day",
        wanted.indicator, wanted.breakdown, wanted.days.first, wanted.days.last);
}

static std::string ids_of(std::span<const SeriesRow> series) {
    std::vector<SeriesId> ids;
    for (const auto& row : series) ids.push_back(row.id);
    return json::write(ids);
}

static std::string ids_of(std::span<const base::AreaId> areas) {
    return json::write(std::vector<base::AreaId>(areas.begin(), areas.end()));
}

#define FIGURES                                                                                                                           \
    "SELECT f.series_id, f.depth, f.area_id, f.amounts, f.reported, f.not_asked, f.not_applicable, f.numerator, f.denominator, f.lowest," \
    " f.highest FROM goals_figures f WHERE f.depth = $1 AND f.series_id IN ("

std::vector<FigureRow> list_figure_rows(db::Session& db, int depth, std::span<const SeriesRow> series,
                                        std::span<const base::AreaId> areas) {
    return db.all<FigureRow>({"/* sqlite */ " FIGURES DB_SQLITE_IDS("$2") ") AND f.area_id IN (" DB_SQLITE_IDS("$3") ")",
                              "/* postgres */ " FIGURES DB_POSTGRES_IDS("$2") ") AND f.area_id IN (" DB_POSTGRES_IDS("$3") ")"},
                             depth, ids_of(series), ids_of(areas));
}

#define OWN_VALUES                                                                                                \
    "SELECT v.series_id, v.area_id, v.state, v.stage, v.numerator, v.denominator, v.entry_id FROM goals_values v" \
    " WHERE v.stage >= 2 AND v.series_id IN ("

std::vector<ValueRow> list_own_values(db::Session& db, std::span<const SeriesRow> series, std::span<const base::AreaId> areas) {
    return db.all<ValueRow>({"/* sqlite */ " OWN_VALUES DB_SQLITE_IDS("$1") ") AND v.area_id IN (" DB_SQLITE_IDS("$2") ")",
                             "/* postgres */ " OWN_VALUES DB_POSTGRES_IDS("$1") ") AND v.area_id IN (" DB_POSTGRES_IDS("$2") ")"},
                            ids_of(series), ids_of(areas));
}

}  // namespace goals
