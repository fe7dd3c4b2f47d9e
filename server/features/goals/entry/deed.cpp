#include "goals/entry/deed.hpp"

namespace goals {

void insert_deed(db::Tx& tx, const Deed& deed) {
    const auto report = deed.report.value_or(Report{});
    const auto state = deed.report ? std::optional(static_cast<std::int64_t>(report.state)) : std::nullopt;
    tx.run(
        "INSERT INTO goals_deeds (id, series_id, area_id, act, person_id, done_at, state, numerator, denominator, words, alone)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        tx.new_id<base::Id<Deed>>(), deed.series, deed.area, deed.act, deed.by, tx.now(), state, report.numerator, report.denominator,
        deed.words, deed.alone);
}

std::vector<DeedRow> list_deeds(db::Session& db, SeriesId series, base::AreaId first, base::AreaId last) {
    return db.all<DeedRow>(
        "SELECT area_id, act, person_id, done_at, state, numerator, denominator, words, alone FROM goals_deeds"
        " WHERE series_id = $1 AND area_id BETWEEN $2 AND $3 ORDER BY area_id, id",
        series, first, last);
}

}  // namespace goals
