#include "goals/counted/counted_queries.hpp"

namespace goals {

std::optional<Counter> find_counter(db::Session& db, IndicatorId indicator) {
    return db.find<Counter>("SELECT counter FROM goals_counters WHERE indicator_id = $1", indicator);
}

void set_counter(db::Tx& tx, IndicatorId indicator, Counter counter) {
    tx.run("INSERT INTO goals_counters (indicator_id, counter) VALUES ($1, $2)", indicator, counter);
}

std::vector<CountedIndicator> list_counted(db::Session& db) {
    return db.all<CountedIndicator>(
        "SELECT i.id, i.code, c.counter FROM goals_counters c JOIN goals_indicators i ON i.id = c.indicator_id ORDER BY i.id");
}

std::optional<CountedPlace> find_counted_place(db::Session& db, records::RecordId record) {
    return db.find<CountedPlace>("SELECT record_id AS record, area_id AS area, day FROM goals_counted WHERE record_id = $1", record);
}

void put_counted_place(db::Tx& tx, const CountedPlace& place) {
    tx.run(
        "INSERT INTO goals_counted (record_id, area_id, day) VALUES ($1, $2, $3)"
        " ON CONFLICT (record_id) DO UPDATE SET area_id = excluded.area_id, day = excluded.day",
        place.record, place.area, place.day);
}

std::vector<CountedMonth> list_counted_months(db::Session& db) {
    return db.all<CountedMonth>("SELECT DISTINCT area_id AS area, substr(day, 1, 7) AS month FROM goals_counted ORDER BY area_id, month");
}

}  // namespace goals
