#include "goals/set/set_queries.hpp"

#include <algorithm>

#include "base/json/json.hpp"

namespace goals {

std::optional<SetRow> find_set(db::Session& db, std::string_view key) {
    return db.find<SetRow>("SELECT id, key, base_id FROM goals_sets WHERE key = $1", key);
}

SetRow get_set(db::Session& db, SetId id) {
    return db.one<SetRow>("SELECT id, key, base_id FROM goals_sets WHERE id = $1", id);
}

void insert_set(db::Tx& tx, const SetRow& row) {
    tx.run("INSERT INTO goals_sets (id, key, base_id) VALUES ($1, $2, $3)", row.id, row.key, row.base_id);
}

// ---- versions ----

struct StoredSetVersion {
    int from_year{};
    std::string content;
    std::string changed;
    base::PersonId written_by;
    base::Instant written_at;
};
BOOST_DESCRIBE_STRUCT(StoredSetVersion, (), (from_year, content, changed, written_by, written_at))

std::vector<SetVersion> list_set_versions(db::Session& db, SetId id) {
    std::vector<SetVersion> versions;
    const auto take = [&](StoredSetVersion&& row) {
        versions.push_back(
            {row.from_year, json::read_own<SetContent>(row.content), std::move(row.changed), row.written_by, row.written_at});
    };
    db.each<StoredSetVersion>(
        "SELECT from_year, content, changed, written_by, written_at FROM goals_set_versions WHERE set_id = $1 ORDER BY from_year DESC",
        take, id);
    return versions;
}

SetVersion get_set_version(db::Session& db, SetId id, std::optional<int> year) {
    auto versions = list_set_versions(db, id);
    const auto holding = std::ranges::find_if(versions, [&](const SetVersion& version) { return !year || version.from_year <= *year; });
    return holding == versions.end() ? std::move(versions.back()) : std::move(*holding);
}

void put_set_version(db::Tx& tx, SetId id, const SetVersion& version, base::PersonId actor) {
    tx.run(
        "INSERT INTO goals_set_versions (set_id, from_year, content, changed, written_by, written_at) VALUES ($1, $2, $3, $4, $5, $6)"
        " ON CONFLICT (set_id, from_year) DO UPDATE SET content = excluded.content, changed = excluded.changed,"
        " written_by = excluded.written_by, written_at = excluded.written_at",
        id, version.from_year, json::write(version.content), version.changed, actor, tx.now());
    tx.run("DELETE FROM goals_set_members WHERE set_id = $1 AND from_year = $2", id, version.from_year);
    for (const auto& code : codes_of(version.content))
        tx.run("INSERT INTO goals_set_members (set_id, from_year, indicator_id) SELECT $1, $2, id FROM goals_indicators WHERE code = $3",
               id, version.from_year, code);
}

std::vector<std::string> unknown_codes(db::Session& db, const std::set<std::string>& codes) {
    std::vector<std::string> unknown;
    for (const auto& code : codes)
        if (!db.find<IndicatorId>("SELECT id FROM goals_indicators WHERE code = $1", code)) unknown.push_back(code);
    return unknown;
}

// ---- lists ----

#define SET_LINE                                                                                                                \
    "SELECT r.id, s.key, r.title, r.title_en, r.summary, r.address, r.area_id, coalesce(o.title, '') AS owner_title,"           \
    " coalesce(b.title, '') AS base_title, coalesce(b.title_en, '') AS base_title_en, coalesce(b.address, '') AS base_address," \
    " (SELECT count(*) FROM goals_set_members m WHERE m.set_id = s.id AND m.from_year ="                                        \
    " (SELECT max(v.from_year) FROM goals_set_versions v WHERE v.set_id = s.id)) AS indicators"                                 \
    " FROM goals_sets s JOIN records_v_records r ON r.id = s.id" RECORDS_CARD_OWNER                                             \
    " LEFT JOIN records_v_public b ON b.id = s.base_id"                                                                         \
    " WHERE r.state = 'published' AND " RECORDS_MAY_READ

std::vector<SetLine> list_sets(db::Session& db, base::PersonId viewer) {
    return db.all<SetLine>(SET_LINE " ORDER BY s.base_id <> 0, r.owner_id <> 0, r.id LIMIT 500", viewer);
}

std::vector<SetLine> list_sets_from(db::Session& db, base::PersonId viewer, SetId base) {
    return db.all<SetLine>(SET_LINE " AND s.base_id = $2 ORDER BY r.area_id, r.id LIMIT 500", viewer, base);
}

std::vector<SetLine> list_sets_with(db::Session& db, base::PersonId viewer, IndicatorId indicator) {
    return db.all<SetLine>(SET_LINE
                           " AND EXISTS (SELECT 1 FROM goals_set_members m WHERE m.set_id = s.id AND m.indicator_id = $2)"
                           " ORDER BY s.base_id <> 0, r.id LIMIT 100",
                           viewer, indicator);
}

}  // namespace goals
