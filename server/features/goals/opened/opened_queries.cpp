#include "goals/opened/opened_queries.hpp"

namespace goals {

std::vector<BroughtRow> list_brought(db::Session& db, const Range& range, int limit) {
    return db.all<BroughtRow>(
        "SELECT e.person_id, e.entered_at, e.source, count(*) AS brought FROM goals_values v JOIN goals_entries e ON e.id = v.entry_id"
        " WHERE v.series_id = $1 AND v.area_id BETWEEN $2 AND $3 AND v.stage >= 2 GROUP BY e.id, e.person_id, e.entered_at, e.source"
        " ORDER BY e.entered_at DESC, e.id DESC LIMIT $4",
        range.series, range.first, range.last, limit);
}

std::vector<base::AreaId> list_heard(db::Session& db, const Range& range, int depth) {
    if (depth == depth_of_places)
        return db.all<base::AreaId>(
            "SELECT area_id FROM goals_values WHERE series_id = $1 AND area_id BETWEEN $2 AND $3 AND stage >= 2 ORDER BY area_id",
            range.series, range.first, range.last);
    return db.all<base::AreaId>(
        "SELECT area_id FROM goals_figures WHERE series_id = $1 AND depth = $2 AND area_id BETWEEN $3 AND $4 ORDER BY area_id",
        range.series, depth, range.first, range.last);
}

}  // namespace goals
