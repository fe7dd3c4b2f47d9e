#include "circles/session/session_queries.hpp"

namespace circles {

// The 18 values that a form gives, in the order of both statements below.
template <class Write>
static void with_values(const SessionForm& form, const Write& write) {
    const auto process = form.process.value_or(ProcessNotes{});
    const auto open = form.transparency.value_or(Transparency{});
    write(form.date, form.starts, form.ends, base::or_empty(form.place), form.place_kind,
          form.said_ordinal ? std::optional(form.said_ordinal->value) : std::nullopt, base::or_empty(form.key_question),
          base::or_empty(form.planned_result), base::or_empty(form.seen_result), process.check_in, process.tool, process.steps,
          process.mood, process.would_change, open.issue, open.took_part, open.result, open.result_use);
}

void replace_agenda(db::Tx& tx, SessionId id, const std::vector<AgendaBlock>& agenda) {
    tx.run("DELETE FROM circles_agenda WHERE session_id = $1", id);
    int position = 0;
    for (const auto& block : agenda)
        tx.run(
            "INSERT INTO circles_agenda (session_id, position, starts, ends, title, speaker, method, output)"
            " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            id, ++position, block.starts, block.ends, block.title, base::or_empty(block.speaker), base::or_empty(block.method),
            base::or_empty(block.output));
}

void set_key_question(db::Tx& tx, SessionId id, std::string_view question) {
    tx.run("UPDATE circles_sessions SET key_question = $2 WHERE id = $1", id, question);
}

void insert_session(db::Tx& tx, SessionId id, CircleId circle, const SessionForm& form) {
    with_values(form, [&](const auto&... values) {
        tx.run(
            "INSERT INTO circles_sessions (id, circle_id, state, reason, date, starts, ends, place, place_kind, said_ordinal, key_question,"
            " planned_result, seen_result, check_in, tool, steps, mood, would_change, issue, took_part, result, result_use)"
            " VALUES ($1, $2, 'planned', '', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)",
            id, circle, values...);
    });
    replace_agenda(tx, id, form.agenda);
}

void update_session(db::Tx& tx, SessionId id, const SessionForm& form) {
    with_values(form, [&](const auto&... values) {
        tx.run(
            "UPDATE circles_sessions SET date = $2, starts = $3, ends = $4, place = $5, place_kind = $6, said_ordinal = $7,"
            " key_question = $8, planned_result = $9, seen_result = $10, check_in = $11, tool = $12, steps = $13, mood = $14,"
            " would_change = $15, issue = $16, took_part = $17, result = $18, result_use = $19 WHERE id = $1",
            id, values...);
    });
    replace_agenda(tx, id, form.agenda);
}

SessionRow get_session(db::Session& db, SessionId id) {
    return db.one<SessionRow>(
        "SELECT circle_id, state, date, starts, ends, place, place_kind, ordinal, said_ordinal, reason, moved_to, key_question,"
        " planned_result, seen_result, check_in, tool, steps, mood, would_change, issue, took_part, result, result_use, people"
        " FROM circles_sessions WHERE id = $1",
        id);
}

std::vector<AgendaBlock> list_agenda(db::Session& db, SessionId id) {
    return db.all<AgendaBlock>(
        "SELECT starts, ends, title, speaker, method, output FROM circles_agenda WHERE session_id = $1 ORDER BY position", id);
}

void set_state(db::Tx& tx, SessionId id, SessionState state, const std::string& reason) {
    tx.run(
        "UPDATE circles_sessions SET state = $2, reason = $3, ordinal = CASE WHEN $2 = 'held' THEN coalesce(ordinal, 0) END WHERE id = $1",
        id, state, reason);
}

void set_moved_to(db::Tx& tx, SessionId id, SessionId to) {
    tx.run("UPDATE circles_sessions SET moved_to = $2 WHERE id = $1", id, to);
}

std::optional<SessionId> find_planned_on(db::Session& db, CircleId circle, base::Date date) {
    const auto planned = db.all<SessionId>(
        "SELECT s.id FROM circles_sessions s JOIN records_v_records r ON r.id = s.id AND r.state = 'published'"
        " WHERE s.circle_id = $1 AND s.date = $2 AND s.state = 'planned' ORDER BY s.id LIMIT 1",
        circle, date);
    return planned.empty() ? std::nullopt : std::optional(planned.front());
}

std::vector<HeldSession> list_held(db::Session& db, CircleId circle) {
    return db.all<HeldSession>(
        "SELECT id, said_ordinal, ordinal FROM circles_sessions WHERE circle_id = $1 AND state = 'held'"
        " ORDER BY date, coalesce(starts, 0), id",
        circle);
}

int renumber(db::Tx& tx, CircleId circle) {
    const auto held = list_held(tx, circle);
    const auto counted = numbers(held, tx.one<std::int64_t>("SELECT held_before FROM circles_circles WHERE id = $1", circle));
    int changed = 0;
    for (std::size_t i = 0; i < held.size(); ++i) {
        if (held[i].ordinal == counted[i]) continue;
        tx.run("UPDATE circles_sessions SET ordinal = $2 WHERE id = $1", held[i].id, counted[i]);
        ++changed;
    }
    return changed;
}

std::optional<Neighbour> find_before(db::Session& db, const http::Viewer& viewer, CircleId circle, base::Date date, SessionId id) {
    return db.find<Neighbour>(
        "SELECT r.address, r.title, s.date, s.ordinal FROM circles_sessions s JOIN records_v_records r ON r.id = s.id"
        " WHERE s.circle_id = $2 AND (s.date, s.id) < ($3, $4) AND " RECORDS_MAY_READ " ORDER BY s.date DESC, s.id DESC LIMIT 1",
        viewer.person, circle, date, id);
}

std::optional<Neighbour> find_after(db::Session& db, const http::Viewer& viewer, CircleId circle, base::Date date, SessionId id) {
    return db.find<Neighbour>(
        "SELECT r.address, r.title, s.date, s.ordinal FROM circles_sessions s JOIN records_v_records r ON r.id = s.id"
        " WHERE s.circle_id = $2 AND (s.date, s.id) > ($3, $4) AND " RECORDS_MAY_READ " ORDER BY s.date, s.id LIMIT 1",
        viewer.person, circle, date, id);
}

std::optional<std::string> find_address(db::Session& db, const http::Viewer& viewer, SessionId id) {
    return db.find<std::string>("SELECT r.address FROM records_v_records r WHERE r.id = $2 AND " RECORDS_MAY_READ, viewer.person, id);
}

}  // namespace circles
