#include "records/inner.hpp"

#include <algorithm>

#include "db/db.hpp"
#include "http/problem.hpp"
#include "http/viewer.hpp"
#include "journal/journal.hpp"

namespace records {

static bool lies_in_another(const Envelope& record) {
    return record.within_id && record.within_id != record.id;
}

// Deleted ones too: they can be taken back.
struct Inner {
    RecordId id;
    std::int64_t version{};
    State state{};
    bool follows{};
    bool withdrawn_along{};
};
BOOST_DESCRIBE_STRUCT(Inner, (), (id, version, state, follows, withdrawn_along))

static std::vector<Inner> list_inner(db::Session& db, RecordId outer) {
    return db.all<Inner>(
        "SELECT id, version, state, follows, withdrawn_along FROM records_records WHERE within_id = $1 AND id <> $1 ORDER BY id", outer);
}

// ---- audience ----

Audience audience_inside(db::Session& db, RecordId outer) {
    auto inside = audience(db, outer);
    const auto maker = find(db, outer)->created_by;
    if (inside.visibility == Visibility::private_ && maker && std::ranges::find(inside.persons, maker) == inside.persons.end())
        inside.persons.push_back(maker);
    std::ranges::sort(inside.persons);
    return inside;
}

static bool reads(db::Session& db, base::PersonId person, RecordId id) {
    const auto found = find(db, http::Viewer{.person = person}, id);
    return found && may_read(guard(found->envelope), found->ties);
}

// As much of an audience as the outer record's own readers allow.
static Audience narrowed(db::Session& db, RecordId outer, Audience audience) {
    const auto allowed = audience_inside(db, outer);
    audience.visibility = std::max(audience.visibility, allowed.visibility);
    if (allowed.visibility == Visibility::partners)
        std::erase_if(audience.partners, [&](RecordId id) { return std::ranges::find(allowed.partners, id) == allowed.partners.end(); });
    if (audience.visibility != Visibility::partners) audience.partners.clear();
    if (allowed.visibility != Visibility::public_)
        std::erase_if(audience.persons, [&](base::PersonId person) { return !reads(db, person, outer); });
    return audience;
}

static void require_within(db::Session& db, RecordId outer, const Audience& wanted) {
    const auto allowed = narrowed(db, outer, wanted);
    json::Errors errors;
    if (allowed.visibility != wanted.visibility)
        errors.add("/visibility", "wider_than_outer");
    else if (wanted.visibility == Visibility::partners && allowed.partners != wanted.partners)
        errors.add("/partners", "wider_than_outer");
    if (allowed.persons != wanted.persons) errors.add("/persons", "wider_than_outer");
    if (!errors.empty()) throw http::invalid_input(errors);
}

static void set_follows(db::Tx& tx, RecordId id, bool follows) {
    tx.run("UPDATE records_records SET follows = $2 WHERE id = $1", id, follows);
}

static void set_inner_audiences(db::Tx& tx, base::PersonId actor, RecordId outer) {
    for (const auto& inner : list_inner(tx, outer)) {
        const auto before = audience(tx, inner.id);
        const auto after = inner.follows ? audience_inside(tx, outer) : narrowed(tx, outer, before);
        if (after == before) continue;
        set_audience(tx, inner.id, after);
        journal::record(tx, actor, "records.audience_changed", {inner.id, touch(tx, actor, inner.id, inner.version).version});
        set_inner_audiences(tx, actor, inner.id);
    }
}

template <class Id>
static void sort_unique(std::vector<Id>& ids) {
    std::ranges::sort(ids);
    ids.erase(std::ranges::unique(ids).begin(), ids.end());
}

Audience change_audience(db::Tx& tx, base::PersonId actor, RecordId id, std::int64_t version, const Audience& wanted) {
    const auto record = touch(tx, actor, id, version);
    auto audience = wanted;
    set_audience(tx, id, audience);
    if (actor && !reads(tx, actor, id)) audience.persons.push_back(actor);
    sort_unique(audience.partners);
    sort_unique(audience.persons);
    if (lies_in_another(record)) {
        require_within(tx, record.within_id, audience);
        set_follows(tx, id, audience == audience_inside(tx, record.within_id));
    }
    set_audience(tx, id, audience);
    journal::record(tx, actor, "records.audience_changed", {id, record.version});
    set_inner_audiences(tx, actor, id);
    return records::audience(tx, id);
}

// ---- state ----

void require_published_outer(db::Session& db, const Envelope& record) {
    if (!lies_in_another(record)) return;
    const auto outer = find(db, record.within_id);
    if (outer && outer->state != State::published) throw http::Problem(409, "outer_not_published");
}

static void set_withdrawn_along(db::Tx& tx, RecordId id, bool along) {
    tx.run("UPDATE records_records SET withdrawn_along = $2 WHERE id = $1", id, along);
}

static void move_inner(db::Tx& tx, base::PersonId actor, RecordId outer, bool published);

static void move_along(db::Tx& tx, base::PersonId actor, RecordId id, bool published) {
    const auto moved = move(tx, actor, id, published ? State::published : State::withdrawn);
    set_withdrawn_along(tx, id, !published);
    journal::record(tx, actor, published ? "records.published" : "records.withdrawn", {id, moved.version});
    move_inner(tx, actor, id, published);
}

static void move_inner(db::Tx& tx, base::PersonId actor, RecordId outer, bool published) {
    for (const auto& inner : list_inner(tx, outer)) {
        const bool comes_back = published && inner.withdrawn_along && inner.state == State::withdrawn;
        const bool goes = !published && inner.state == State::published;
        if (comes_back || goes) move_along(tx, actor, inner.id, published);
    }
}

Envelope move_with_inner(db::Tx& tx, base::PersonId actor, RecordId id, State to, std::string_view action) {
    if (to == State::published) require_published_outer(tx, *find(tx, id));
    const auto moved = move(tx, actor, id, to);
    set_withdrawn_along(tx, id, false);
    journal::record(tx, actor, action, {id, moved.version});
    move_inner(tx, actor, id, to == State::published);
    return moved;
}

Envelope restore_with_inner(db::Tx& tx, base::PersonId actor, RecordId id) {
    auto record = restore(tx, actor, id);
    if (record.state == State::published) require_published_outer(tx, record);
    journal::record(tx, actor, "records.restored", {id, record.version});
    move_inner(tx, actor, id, record.state == State::published);
    return record;
}

}  // namespace records
