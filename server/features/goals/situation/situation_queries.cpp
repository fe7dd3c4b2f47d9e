#include "goals/situation/situation_queries.hpp"

#include "base/json/json.hpp"
#include "db/ids.hpp"
#include "goals/rollup/summary.hpp"
#include "records/records.hpp"

namespace goals {

template <class Ids>
static std::string numbers_of(const Ids& ids) {
    std::vector<std::int64_t> numbers;
    numbers.reserve(ids.size());
    for (const auto id : ids) numbers.push_back(id.value);
    return json::write(numbers);
}

std::vector<PeriodHere> list_periods_here(db::Session& db, base::AreaId area) {
    const int depth = depth_of(area);
    if (depth == depth_of_places)
        return db.all<PeriodHere>(
            "SELECT s.indicator_id, s.kind, s.first_day, s.last_day FROM goals_series s WHERE s.breakdown = '' AND EXISTS"
            " (SELECT 1 FROM goals_values v WHERE v.series_id = s.id AND v.area_id = $1 AND v.stage >= 2)"
            " ORDER BY s.indicator_id, s.last_day DESC, s.first_day",
            area);
    return db.all<PeriodHere>(
        "SELECT s.indicator_id, s.kind, s.first_day, s.last_day FROM goals_series s WHERE s.breakdown = '' AND EXISTS"
        " (SELECT 1 FROM goals_figures f WHERE f.series_id = s.id AND f.depth = $1 AND f.area_id = $2)"
        " ORDER BY s.indicator_id, s.last_day DESC, s.first_day",
        depth, area);
}

#define NEAREST_SETS(ids)                                                                                                \
    "SELECT s.key FROM goals_sets s JOIN records_v_records r ON r.id = s.id WHERE r.state = 'published' AND r.area_id =" \
    " (SELECT max(n.area_id) FROM goals_sets m JOIN records_v_records n ON n.id = m.id WHERE n.state = 'published'"      \
    " AND n.visibility = 'public' AND n.area_id > 0 AND n.area_id IN (" ids ")) AND " RECORDS_MAY_READ " ORDER BY r.id"

std::vector<std::string> list_nearest_sets(db::Session& db, base::PersonId viewer, std::span<const base::AreaId> lineage) {
    return db.all<std::string>({"/* sqlite */ " NEAREST_SETS(DB_SQLITE_IDS("$2")), "/* postgres */ " NEAREST_SETS(DB_POSTGRES_IDS("$2"))},
                               viewer, numbers_of(lineage));
}

#define READABLE_CODES(ids)                                                                                                       \
    "SELECT i.code FROM goals_indicators i JOIN records_v_records r ON r.id = i.id WHERE r.state = 'published' AND i.id IN (" ids \
    ") AND " RECORDS_MAY_READ " ORDER BY r.sort_key, r.id"

std::vector<std::string> list_readable_codes(db::Session& db, base::PersonId viewer, std::span<const IndicatorId> indicators) {
    return db.all<std::string>(
        {"/* sqlite */ " READABLE_CODES(DB_SQLITE_IDS("$2")), "/* postgres */ " READABLE_CODES(DB_POSTGRES_IDS("$2"))}, viewer,
        numbers_of(indicators));
}

}  // namespace goals
