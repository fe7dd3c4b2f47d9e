#include "goals/values/value_import_queries.hpp"

#define STANDING_IN                                                                                                 \
    " FROM goals_values v JOIN goals_series s ON s.id = v.series_id WHERE s.indicator_id = $1 AND s.breakdown = $2" \
    " AND s.first_day = $3 AND s.last_day = $4 AND v.made = 0"

namespace goals {

void delete_entry(db::Tx& tx, EntryId id) {
    tx.run("DELETE FROM goals_entries WHERE id = $1", id);
}

std::optional<EntryId> find_entry_of_now(db::Tx& tx, base::PersonId by) {
    return tx.find<EntryId>(
        "SELECT id FROM goals_entries WHERE id = (SELECT max(id) FROM goals_entries) AND person_id = $1 AND entered_at = $2", by, tx.now());
}

struct StandingRow {
    base::AreaId area_id;
    std::int64_t state{};
    base::Decimal numerator;
    std::optional<base::Decimal> denominator;
    std::int64_t stage{};

    [[nodiscard]] Standing standing() const { return {static_cast<State>(state), numerator, denominator, static_cast<Stage>(stage)}; }
};
BOOST_DESCRIBE_STRUCT(StandingRow, (), (area_id, state, numerator, denominator, stage))

std::map<base::AreaId, Standing> list_standing(db::Session& db, const SeriesKey& key) {
    std::map<base::AreaId, Standing> standing;
    db.each<StandingRow>(
        "SELECT v.area_id, v.state, v.numerator, v.denominator, v.stage" STANDING_IN,
        [&](const StandingRow& row) { standing.emplace(row.area_id, row.standing()); }, key.indicator, key.breakdown, key.period.first,
        key.period.last);
    return standing;
}

std::optional<Standing> find_standing(db::Session& db, const SeriesKey& key, base::AreaId area) {
    const auto row =
        db.find<StandingRow>("SELECT v.area_id, v.state, v.numerator, v.denominator, v.stage" STANDING_IN " AND v.area_id = $5",
                             key.indicator, key.breakdown, key.period.first, key.period.last, area);
    if (!row) return std::nullopt;
    return row->standing();
}

}  // namespace goals
