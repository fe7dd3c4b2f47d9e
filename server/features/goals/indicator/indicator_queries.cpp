#include "goals/indicator/indicator_queries.hpp"

#include "base/json/json.hpp"

#define INDICATOR "id, code, level, unit, unit_name, direction, calculation, factor, over_areas, over_time, decimals"

namespace goals {

std::optional<Indicator> find_indicator(db::Session& db, std::string_view code) {
    return db.find<Indicator>("SELECT " INDICATOR " FROM goals_indicators WHERE code = $1", code);
}

Indicator get_indicator(db::Session& db, IndicatorId id) {
    return db.one<Indicator>("SELECT " INDICATOR " FROM goals_indicators WHERE id = $1", id);
}

void insert_traits(db::Tx& tx, IndicatorId id, std::string_view code, const Traits& traits) {
    tx.run("INSERT INTO goals_indicators (" INDICATOR ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)", id, code, traits.level,
           traits.unit, traits.unit_name, traits.direction, traits.calculation, traits.factor, traits.over_areas, traits.over_time,
           traits.decimals);
}

void update_traits(db::Tx& tx, IndicatorId id, const Traits& traits) {
    tx.run(
        "UPDATE goals_indicators SET level = $2, unit = $3, unit_name = $4, direction = $5, calculation = $6, factor = $7, over_areas = $8,"
        " over_time = $9, decimals = $10 WHERE id = $1",
        id, traits.level, traits.unit, traits.unit_name, traits.direction, traits.calculation, traits.factor, traits.over_areas,
        traits.over_time, traits.decimals);
}

struct StoredDefinition {
    int from_year{};
    std::string content;
    std::string changed;
    base::PersonId written_by;
    base::Instant written_at;
};
BOOST_DESCRIBE_STRUCT(StoredDefinition, (), (from_year, content, changed, written_by, written_at))

std::vector<DefinitionVersion> list_definitions(db::Session& db, IndicatorId id) {
    std::vector<DefinitionVersion> versions;
    const auto take = [&](StoredDefinition&& row) {
        versions.push_back(
            {row.from_year, json::read_own<Definition>(row.content), std::move(row.changed), row.written_by, row.written_at});
    };
    db.each<StoredDefinition>(
        "SELECT from_year, content, changed, written_by, written_at FROM goals_definitions WHERE indicator_id = $1 ORDER BY from_year DESC",
        take, id);
    return versions;
}

void put_definition(db::Tx& tx, IndicatorId id, const DefinitionVersion& version, base::PersonId actor) {
    tx.run(
        "INSERT INTO goals_definitions (indicator_id, from_year, content, changed, written_by, written_at) VALUES ($1, $2, $3, $4, $5, $6)"
        " ON CONFLICT (indicator_id, from_year) DO UPDATE SET content = excluded.content, changed = excluded.changed,"
        " written_by = excluded.written_by, written_at = excluded.written_at",
        id, version.from_year, json::write(version.content), version.changed, actor, tx.now());
}

}  // namespace goals
