#include "goals/entry/entry_queries.hpp"

namespace goals {

std::optional<SeriesId> find_series(db::Session& db, const SeriesKey& key) {
    return db.find<SeriesId>("SELECT id FROM goals_series WHERE indicator_id = $1 AND breakdown = $2 AND first_day = $3 AND last_day = $4",
                             key.indicator, key.breakdown, key.period.first, key.period.last);
}

StoredSeries get_stored_series(db::Session& db, SeriesId id) {
    return db.one<StoredSeries>("SELECT id, indicator_id, breakdown, kind, first_day, last_day FROM goals_series WHERE id = $1", id);
}

std::vector<EnteredRow> list_entered(db::Session& db, SeriesId series, base::AreaId first, base::AreaId last) {
    return db.all<EnteredRow>(
        "SELECT v.area_id, v.state, v.stage, v.numerator, v.denominator, v.entry_id, e.person_id, e.entered_at, e.source"
        " FROM goals_values v JOIN goals_entries e ON e.id = v.entry_id WHERE v.series_id = $1 AND v.area_id BETWEEN $2 AND $3"
        " ORDER BY v.area_id",
        series, first, last);
}

std::vector<PastRow> list_past(db::Session& db, const SeriesKey& key, base::AreaId first, base::AreaId last) {
    return db.all<PastRow>(
        "SELECT v.area_id, v.numerator, v.denominator FROM (SELECT id FROM goals_series WHERE indicator_id = $1 AND breakdown = $2"
        " AND kind = $3 AND first_day < $4 ORDER BY first_day DESC LIMIT 10) s JOIN goals_values v ON v.series_id = s.id"
        " WHERE v.area_id BETWEEN $5 AND $6 AND v.state = 0 AND v.stage >= 2",
        key.indicator, key.breakdown, key.period.kind, key.period.first, first, last);
}

// What lies around the areas that are asked: of villages the subdistrict, of subdistricts the district.
#define AROUND(area)                                                                             \
    "CASE s.level WHEN 'subdistrict' THEN " area " / 100000 * 100000 WHEN 'district' THEN " area \
    " / 10000000 * 10000000 WHEN 'province' THEN " area                                          \
    " / 1000000000 * 1000000000 WHEN 'region' THEN 0 WHEN "                                      \
    "'country' THEN 0 ELSE " area " / 1000 * 1000 END"

std::vector<WaitingRow> list_waiting(db::Session& db, base::AreaId first, base::AreaId last, int limit) {
    return db.all<WaitingRow>(
        "SELECT w.series_id, w.inside, sum(w.draft) AS drafts, sum(1 - w.draft) AS checked, max(w.entry_id) AS newest FROM (SELECT"
        " v.series_id, v.entry_id, " AROUND("v.area_id") " AS inside, CASE WHEN v.stage = 0 THEN 1 ELSE 0 END AS draft"
        " FROM goals_values v JOIN goals_series s ON s.id = v.series_id WHERE v.stage < 2 AND v.area_id BETWEEN $1 AND $2) w"
        " GROUP BY w.series_id, w.inside ORDER BY newest DESC, w.series_id, w.inside LIMIT $3",
        first, last, limit);
}

}  // namespace goals
