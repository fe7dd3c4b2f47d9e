#include <algorithm>

#include "base/thai_text.hpp"
#include "db/db.hpp"
#include "http/problem.hpp"
#include "http/viewer.hpp"
#include "records/envelope.hpp"

namespace records {

#define ENVELOPE                                                                                                                   \
    "id, kind, number, title, title_en, summary, address, visibility, state, owner_id, within_id, area_id, language, happened_on," \
    " created_by, created_at, edited_by, edited_at, published_at, version"

static db::Blob sort_key(const Description& description) {
    return {base::sort_key(description.title)};
}

static std::int64_t next_number(db::Tx& tx, const std::string& kind) {
    return tx.one<std::int64_t>(
        "INSERT INTO records_numbers (kind, last) VALUES ($1, 1)"
        " ON CONFLICT (kind) DO UPDATE SET last = records_numbers.last + 1 RETURNING last",
        kind);
}

static std::string address_of(const NewRecord& record, std::int64_t number) {
    return record.address.empty() ? "/" + record.collection + "/" + std::to_string(number) : record.address;
}

Envelope insert(db::Tx& tx, base::PersonId actor, const NewRecord& record) {
    const auto& about = record.description;
    const auto id = tx.new_id<RecordId>();
    const auto number = next_number(tx, record.kind);
    const auto published_at = record.state == State::published ? std::optional(tx.now()) : std::nullopt;
    tx.run("INSERT INTO records_records (" ENVELOPE
           ", sort_key) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $15, $16, $17, 1, $18)",
           id, record.kind, number, about.title, about.title_en, about.summary, address_of(record, number), record.audience.visibility,
           record.state, record.owner_id, record.within_itself ? id : record.within_id, about.area_id, about.language,
           about.happened_on.value_or(base::bangkok_date(tx.now())), actor, tx.now(), published_at, sort_key(about));
    set_audience(tx, id, record.audience);
    return *find(tx, id);
}

void require_version(std::int64_t stands, std::int64_t expected) {
    if (stands != expected) throw http::Problem(412, "edited_elsewhere", {{"version", stands}});
}

Envelope touch(db::Tx& tx, base::PersonId actor, RecordId id, std::int64_t version) {
    const auto changed =
        tx.run("UPDATE records_records SET edited_by = $3, edited_at = $4, version = version + 1 WHERE id = $1 AND version = $2", id,
               version, actor, tx.now());
    const auto now = *find(tx, id);
    if (changed == 0) require_version(now.version, version);
    return now;
}

Envelope revise(db::Tx& tx, base::PersonId actor, RecordId id, std::int64_t version, const Description& about) {
    touch(tx, actor, id, version);
    tx.run(
        "UPDATE records_records SET title = $2, title_en = $3, summary = $4, area_id = $5, language = $6,"
        " happened_on = coalesce($7, happened_on), sort_key = $8 WHERE id = $1",
        id, about.title, about.title_en, about.summary, about.area_id, about.language, about.happened_on, sort_key(about));
    return *find(tx, id);
}

Envelope move(db::Tx& tx, base::PersonId actor, RecordId id, State to) {
    tx.run(
        "UPDATE records_records SET state_before = state, state = $2, edited_by = $3, edited_at = $4, version = version + 1,"
        " published_at = CASE WHEN $2 = 'published' THEN coalesce(published_at, $4) ELSE published_at END"
        " WHERE id = $1 AND state <> $2",
        id, to, actor, tx.now());
    return *find(tx, id);
}

Envelope restore(db::Tx& tx, base::PersonId actor, RecordId id) {
    tx.run(
        "UPDATE records_records SET state = state_before, edited_by = $2, edited_at = $3, version = version + 1"
        " WHERE id = $1 AND state = 'deleted'",
        id, actor, tx.now());
    return *find(tx, id);
}

void set_audience(db::Tx& tx, RecordId id, const Audience& audience) {
    tx.run("UPDATE records_records SET visibility = $2 WHERE id = $1", id, audience.visibility);
    tx.run("DELETE FROM records_grants WHERE record_id = $1", id);
    for (const auto partner : audience.partners)
        tx.run("INSERT INTO records_grants (record_id, scope_id, person_id) VALUES ($1, $2, 0) ON CONFLICT DO NOTHING", id, partner);
    for (const auto person : audience.persons)
        tx.run("INSERT INTO records_grants (record_id, scope_id, person_id) VALUES ($1, 0, $2) ON CONFLICT DO NOTHING", id, person);
}

Audience audience(db::Session& db, RecordId id) {
    return {
        .visibility = db.one<Visibility>("SELECT visibility FROM records_records WHERE id = $1", id),
        .partners = db.all<RecordId>("SELECT scope_id FROM records_grants WHERE record_id = $1 AND scope_id <> 0 ORDER BY scope_id", id),
        .persons =
            db.all<base::PersonId>("SELECT person_id FROM records_grants WHERE record_id = $1 AND person_id <> 0 ORDER BY person_id", id),
    };
}

void set_text(db::Tx& tx, RecordId id, const std::string& body) {
    tx.run("INSERT INTO records_texts (record_id, body) VALUES ($1, $2) ON CONFLICT (record_id) DO UPDATE SET body = excluded.body", id,
           body);
}

struct RoleSources {
    Role given{};
    Role by_provider{};
};
BOOST_DESCRIBE_STRUCT(RoleSources, (), (given, by_provider))

static RoleSources role_sources(db::Session& db, base::PersonId person, RecordId scope) {
    return db.find<RoleSources>("SELECT given, by_provider FROM records_scopes WHERE person_id = $1 AND scope_id = $2", person, scope)
        .value_or(RoleSources{});
}

static void put_role(db::Tx& tx, base::PersonId person, RecordId scope, const RoleSources& sources) {
    const auto role = std::max(sources.given, sources.by_provider);
    if (role == Role::none)
        tx.run("DELETE FROM records_scopes WHERE person_id = $1 AND scope_id = $2", person, scope);
    else
        tx.run(
            "INSERT INTO records_scopes (person_id, scope_id, role, given, by_provider) VALUES ($1, $2, $3, $4, $5)"
            " ON CONFLICT (person_id, scope_id) DO UPDATE SET role = excluded.role, given = excluded.given,"
            " by_provider = excluded.by_provider",
            person, scope, role, sources.given, sources.by_provider);
}

void set_scope(db::Tx& tx, base::PersonId person, RecordId scope, Role role) {
    const auto stands = role_sources(tx, person, scope);
    if (stands.given != role) put_role(tx, person, scope, {role, stands.by_provider});
}

void set_role_by_provider(db::Tx& tx, base::PersonId person, RecordId scope, Role role) {
    put_role(tx, person, scope, {role_sources(tx, person, scope).given, role});
}

Role role_in(db::Session& db, base::PersonId person, RecordId scope) {
    return db.find<Role>("SELECT role FROM records_scopes WHERE person_id = $1 AND scope_id = $2", person, scope).value_or(Role::none);
}

std::vector<RoleHolder> list_holders(db::Session& db, RecordId scope) {
    return db.all<RoleHolder>(
        "SELECT s.person_id, coalesce(p.title, '') AS name, s.role, s.by_provider FROM records_scopes s LEFT JOIN records_records p ON "
        "p.id = s.person_id"
        " WHERE s.scope_id = $1 ORDER BY p.sort_key, s.person_id",
        scope);
}

std::optional<Envelope> find(db::Session& db, RecordId id) {
    return db.find<Envelope>("SELECT " ENVELOPE " FROM records_records WHERE id = $1", id);
}

struct FoundRow : Envelope {
    bool named{};
    bool partner{};
    Role in_owner{};
    Role in_within{};
};
BOOST_DESCRIBE_STRUCT(FoundRow, (Envelope), (named, partner, in_owner, in_within))

// $1 is the viewer, as in RECORDS_MAY_READ.
#define FOUND                                                                                                                    \
    "SELECT " ENVELOPE                                                                                                           \
    ", CASE WHEN EXISTS (SELECT 1 FROM records_grants g WHERE g.record_id = r.id AND g.person_id = $1 AND g.person_id <> 0)"     \
    " THEN 1 ELSE 0 END AS named"                                                                                                \
    ", CASE WHEN EXISTS (SELECT 1 FROM records_grants g JOIN records_scopes s ON s.scope_id = g.scope_id"                        \
    " WHERE g.record_id = r.id AND g.scope_id <> 0 AND s.person_id = $1) THEN 1 ELSE 0 END AS partner"                           \
    ", coalesce((SELECT s.role FROM records_scopes s WHERE s.person_id = $1 AND s.scope_id = r.owner_id), 'none') AS in_owner"   \
    ", coalesce((SELECT s.role FROM records_scopes s WHERE s.person_id = $1 AND s.scope_id = r.within_id), 'none') AS in_within" \
    " FROM records_records r WHERE "

static std::optional<Found> with_ties(const http::Viewer& viewer, std::optional<FoundRow> row) {
    if (!row) return std::nullopt;
    const Ties ties{
        .administrator = viewer.administrator,
        .maker = viewer.person && viewer.person == row->created_by,
        .named = row->named,
        .partner = row->partner,
        .in_owner = row->in_owner,
        .in_within = row->in_within,
    };
    return Found{std::move(*row), ties};
}

std::optional<Found> find(db::Session& db, const http::Viewer& viewer, RecordId id) {
    return with_ties(viewer, db.find<FoundRow>(FOUND "r.id = $2", viewer.person, id));
}

std::optional<Found> find(db::Session& db, const http::Viewer& viewer, std::string_view kind, std::int64_t number) {
    return with_ties(viewer, db.find<FoundRow>(FOUND "r.kind = $2 AND r.number = $3", viewer.person, kind, number));
}

}  // namespace records
