#include "goals/rollup/series.hpp"

#include <thread>

#include "goals/rollup/value_queries.hpp"

namespace goals {

SeriesId get_series(db::Tx& tx, IndicatorId indicator, const base::ReportingPeriod& period, std::string_view breakdown) {
    const auto known =
        tx.find<SeriesId>("SELECT id FROM goals_series WHERE indicator_id = $1 AND breakdown = $2 AND first_day = $3 AND last_day = $4",
                          indicator, breakdown, period.first, period.last);
    if (known) return *known;
    take_turn(tx);
    return tx.one<SeriesId>(
        "INSERT INTO goals_series (id, indicator_id, breakdown, kind, first_day, last_day, level)"
        " SELECT (SELECT coalesce(max(id), 0) + 1 FROM goals_series), i.id, $2, $3, $4, $5, i.level FROM goals_indicators i WHERE i.id = $1"
        " RETURNING id",
        indicator, breakdown, period.kind, period.first, period.last);
}

EntryId insert_entry(db::Tx& tx, const NewEntry& entry) {
    take_turn(tx);
    return tx.one<EntryId>(
        "INSERT INTO goals_entries (id, person_id, entered_at, source, file_hash)"
        " SELECT coalesce(max(id), 0) + 1, $1, $2, $3, $4 FROM goals_entries RETURNING id",
        entry.by, tx.now(), entry.source, entry.file_hash);
}

// Longer than a writer's first pauses after a collision.
void let_others_in(const db::Database& database) {
    if (database.engine() == db::Engine::postgres) std::this_thread::sleep_for(std::chrono::milliseconds(5));
}

}  // namespace goals
