#include "journal/journal.hpp"

#include <limits>

#include "journal/chain.hpp"

namespace journal {

EventId record(db::Tx& tx, base::PersonId actor, std::string_view action, const Revision& revision) {
    const auto id = tx.new_id<EventId>();
    const bool has_text = !revision.body.empty();
    const auto salt = has_text ? new_salt() : db::Blob{};
    tx.run(
        "INSERT INTO journal_events (id, at, actor_id, action, record_id, version, content_hash)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7)",
        id, tx.now(), actor, action, revision.record_id, revision.version,
        has_text ? content_hash(salt, revision.body) : empty_content_hash());
    if (has_text)
        tx.run("INSERT INTO journal_revisions (event_id, record_id, version, salt, body) VALUES ($1, $2, $3, $4, $5)", id,
               revision.record_id, revision.version, salt, revision.body);
    return id;
}

std::vector<Event> list_after(db::Session& session, std::int64_t sequence, int limit) {
    return session.all<Event>(
        "SELECT sequence, id, at, actor_id, action, record_id, version FROM journal_events"
        " WHERE sequence > $1 ORDER BY sequence LIMIT $2",
        sequence, limit);
}

std::vector<Deed> list_newest(db::Session& session, const Wanted& wanted) {
    const auto before = wanted.before.value_or(EventId{std::numeric_limits<std::int64_t>::max()});
    return session.all<Deed>(
        "SELECT id, at, actor_id, action, record_id, version FROM journal_events WHERE id < $1 AND ($2 = 0 OR actor_id = $2)"
        " AND substr(action, 1, length($3)) = $3 AND ($4 = 0 OR record_id = $4) ORDER BY id DESC LIMIT $5",
        before, wanted.actor, wanted.action, wanted.record_id, wanted.limit);
}

std::int64_t count_unsealed(db::Session& session) {
    return session.one<std::int64_t>("SELECT count(*) AS events FROM journal_events WHERE sequence IS NULL");
}

std::int64_t last_sequence(db::Session& session) {
    return session.find<std::int64_t>("SELECT sequence FROM journal_head").value_or(0);
}

std::int64_t last_event_id(db::Session& session) {
    return session.one<std::int64_t>("SELECT coalesce(max(id), 0) FROM journal_events");
}

std::vector<Change> list_changes(db::Session& session, std::int64_t record_id, int limit) {
    return session.all<Change>(
        "SELECT e.id AS event_id, e.at, e.actor_id, e.action, e.version, r.body FROM journal_events e"
        " LEFT JOIN journal_revisions r ON r.event_id = e.id WHERE e.record_id = $1 ORDER BY e.id DESC LIMIT $2",
        record_id, limit);
}

std::optional<std::string> find_body(db::Session& session, std::int64_t record_id, std::int64_t version) {
    return session.find<std::string>(
        "SELECT body FROM journal_revisions WHERE record_id = $1 AND version = $2 ORDER BY event_id DESC LIMIT 1", record_id, version);
}

std::int64_t erase(db::Tx& tx, base::PersonId actor, std::int64_t record_id, std::optional<std::int64_t> version) {
    const auto erased = version ? tx.run("DELETE FROM journal_revisions WHERE record_id = $1 AND version = $2", record_id, *version)
                                : tx.run("DELETE FROM journal_revisions WHERE record_id = $1", record_id);
    Revision what;
    what.record_id = record_id;
    what.version = version.value_or(0);
    record(tx, actor, erasure, what);
    return erased;
}

}  // namespace journal
