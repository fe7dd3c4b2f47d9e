#include "goals/indicator/indicator_queries.hpp"

#include "base/json/json.hpp"
#include "db/ids.hpp"
#include "db/like.hpp"

#define INDICATOR "id, code, level, unit, unit_name, direction, calculation, factor, over_areas, over_time, decimals"

namespace goals {

std::optional<Indicator> find_indicator(db::Session& db, std::string_view code) {
    return db.find<Indicator>("SELECT " INDICATOR " FROM goals_indicators WHERE code = $1", code);
}

Indicator get_indicator(db::Session& db, IndicatorId id) {
    return db.one<Indicator>("SELECT " INDICATOR " FROM goals_indicators WHERE id = $1", id);
}

// ---- lists ----

#define INDICATOR_CARD                                                                                                                    \
    "SELECT r.id, i.code, r.title, r.title_en, r.summary, r.address, coalesce(o.title, '') AS owner_title, i.level, i.unit, i.unit_name," \
    " i.direction, i.calculation FROM goals_indicators i JOIN records_v_records r ON r.id = i.id" RECORDS_CARD_OWNER

struct TitleMark {
    db::Blob sort_key;
    records::RecordId id;
};
BOOST_DESCRIBE_STRUCT(TitleMark, (), (sort_key, id))

std::vector<IndicatorCard> list_indicators(db::Session& db, base::PersonId viewer, const IndicatorWish& wish) {
    const auto found =
        wish.after ? db.find<TitleMark>("SELECT sort_key, id FROM records_v_records WHERE id = $1", *wish.after) : std::nullopt;
    const auto mark = found.value_or(TitleMark{});
    const auto name = [](const auto& wanted) { return wanted ? std::string(base::name_of(*wanted)) : std::string(); };
    return db.all<IndicatorCard>(
        INDICATOR_CARD
        " WHERE r.state = 'published' AND " RECORDS_MAY_READ
        " AND ($2 = '' OR i.code LIKE $2 ESCAPE '\\' OR lower(r.title) LIKE $2 ESCAPE '\\' OR lower(r.title_en) LIKE $2 ESCAPE '\\'"
        " OR EXISTS (SELECT 1 FROM records_v_texts t WHERE t.record_id = r.id AND lower(t.body) LIKE $2 ESCAPE '\\'))"
        " AND ($3 = '' OR i.level = $3) AND ($4 = '' OR i.unit = $4) AND ($5 = 0 OR r.owner_id = $5) AND (r.sort_key, r.id) > ($6, $7)"
        " ORDER BY r.sort_key, r.id LIMIT $8",
        viewer, db::containing(small_letters(base::or_empty(wish.text))), name(wish.level), name(wish.unit),
        wish.owner.value_or(records::RecordId{}), mark.sort_key, mark.id, wish.limit ? wish.limit->value + 1 : 51);
}

// db/ids.hpp knows lists of numbers; these are texts.
std::vector<IndicatorCard> list_indicators_of(db::Session& db, base::PersonId viewer, const std::vector<std::string>& codes) {
    if (codes.empty()) return {};
    return db.all<IndicatorCard>(
        {"/* sqlite */ " INDICATOR_CARD " WHERE i.code IN (SELECT value FROM json_each($2)) AND " RECORDS_MAY_READ,
         "/* postgres */ " INDICATOR_CARD " WHERE i.code IN (SELECT jsonb_array_elements_text($2::jsonb)) AND " RECORDS_MAY_READ},
        viewer, json::write(codes));
}

// ---- rows ----

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

bool has_values(db::Session& db, IndicatorId id) {
    return db.one<bool>("SELECT EXISTS (SELECT 1 FROM goals_series WHERE indicator_id = $1)", id);
}

struct SeriesPeriod {
    base::PeriodKind kind{};
    base::Date first_day;
    base::Date last_day;
};
BOOST_DESCRIBE_STRUCT(SeriesPeriod, (), (kind, first_day, last_day))

std::optional<base::ReportingPeriod> find_latest_period(db::Session& db, IndicatorId id) {
    const auto latest = db.find<SeriesPeriod>(
        "SELECT s.kind, s.first_day, s.last_day FROM goals_series s WHERE s.indicator_id = $1 AND s.breakdown = ''"
        " AND EXISTS (SELECT 1 FROM goals_figures f WHERE f.series_id = s.id) ORDER BY s.last_day DESC, s.first_day LIMIT 1",
        id);
    if (!latest) return {};
    return base::ReportingPeriod{latest->kind, latest->first_day, latest->last_day};
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

std::optional<Definition> find_definition(db::Session& db, IndicatorId id, int year) {
    const auto content = db.find<std::string>(
        "SELECT content FROM goals_definitions WHERE indicator_id = $1"
        " ORDER BY CASE WHEN from_year <= $2 THEN 0 ELSE 1 END, CASE WHEN from_year <= $2 THEN -from_year ELSE from_year END LIMIT 1",
        id, year);
    if (!content) return {};
    return json::read_own<Definition>(*content);
}

void put_definition(db::Tx& tx, IndicatorId id, const DefinitionVersion& version, base::PersonId actor) {
    tx.run(
        "INSERT INTO goals_definitions (indicator_id, from_year, content, changed, written_by, written_at) VALUES ($1, $2, $3, $4, $5, $6)"
        " ON CONFLICT (indicator_id, from_year) DO UPDATE SET content = excluded.content, changed = excluded.changed,"
        " written_by = excluded.written_by, written_at = excluded.written_at",
        id, version.from_year, json::write(version.content), version.changed, actor, tx.now());
}

}  // namespace goals
