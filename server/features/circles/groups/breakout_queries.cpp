#include "circles/groups/breakout_queries.hpp"

#include "circles/room/room_queries.hpp"
#include "records/records.hpp"

namespace circles {

BreakoutId insert_breakout(db::Tx& tx, base::PersonId actor, SessionId session, const BreakoutForm& form, std::int64_t seed) {
    const auto id = tx.new_id<BreakoutId>();
    tx.run(
        "INSERT INTO circles_breakouts (id, session_id, question, split_by, seed, made_by, made_at, removed)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, 0)",
        id, session, form.question, form.split_by, seed, actor, tx.now());
    return id;
}

void set_question(db::Tx& tx, BreakoutId id, std::string_view question) {
    tx.run("UPDATE circles_breakouts SET question = $2 WHERE id = $1", id, question);
}

void set_seed(db::Tx& tx, BreakoutId id, std::int64_t seed) {
    tx.run("UPDATE circles_breakouts SET seed = $2 WHERE id = $1", id, seed);
}

void remove_breakout(db::Tx& tx, BreakoutId id) {
    tx.run("UPDATE circles_breakouts SET removed = 1 WHERE id = $1", id);
}

std::int64_t count_breakouts(db::Session& db, SessionId session) {
    return db.one<std::int64_t>("SELECT count(*) FROM circles_breakouts WHERE session_id = $1 AND removed = 0", session);
}

std::vector<BreakoutRow> list_breakouts(db::Session& db, SessionId session) {
    return db.all<BreakoutRow>(
        "SELECT id, question, split_by, seed FROM circles_breakouts WHERE session_id = $1 AND removed = 0 ORDER BY id", session);
}

std::optional<BreakoutRow> find_breakout(db::Session& db, SessionId session, BreakoutId id) {
    return db.find<BreakoutRow>(
        "SELECT id, question, split_by, seed FROM circles_breakouts WHERE session_id = $1 AND id = $2 AND removed = 0", session, id);
}

// ---- groups and seats ----

void insert_group(db::Tx& tx, BreakoutId breakout, std::int64_t place, std::string_view name) {
    tx.run("INSERT INTO circles_groups (id, breakout_id, place, name) VALUES ($1, $2, $3, $4)", tx.new_id<GroupId>(), breakout, place,
           name);
}

void set_group_name(db::Tx& tx, GroupId id, std::string_view name) {
    tx.run("UPDATE circles_groups SET name = $2 WHERE id = $1", id, name);
}

std::vector<GroupRow> list_groups(db::Session& db, BreakoutId breakout) {
    return db.all<GroupRow>("SELECT id, breakout_id, place, name FROM circles_groups WHERE breakout_id = $1 ORDER BY place", breakout);
}

std::optional<GroupRow> find_group(db::Session& db, SessionId session, GroupId id) {
    return db.find<GroupRow>(
        "SELECT g.id, g.breakout_id, g.place, g.name FROM circles_groups g JOIN circles_breakouts b ON b.id = g.breakout_id"
        " WHERE b.session_id = $1 AND b.removed = 0 AND g.id = $2",
        session, id);
}

std::vector<GroupSeat> list_seats(db::Session& db, BreakoutId breakout) {
    return db.all<GroupSeat>(
        "SELECT s.attendee_id, s.group_id FROM circles_seats s JOIN circles_people p ON p.id = s.attendee_id"
        " WHERE s.breakout_id = $1 ORDER BY s.attendee_id",
        breakout);
}

void put_seat(db::Tx& tx, BreakoutId breakout, AttendeeId attendee, GroupId group) {
    tx.run(
        "INSERT INTO circles_seats (breakout_id, attendee_id, group_id) VALUES ($1, $2, $3)"
        " ON CONFLICT (breakout_id, attendee_id) DO UPDATE SET group_id = excluded.group_id",
        breakout, attendee, group);
}

void clear_seats(db::Tx& tx, BreakoutId breakout) {
    tx.run("DELETE FROM circles_seats WHERE breakout_id = $1", breakout);
}

bool sits_in(db::Session& db, GroupId group, base::PersonId person) {
    return person && db.find<std::int64_t>(
                         "SELECT p.id FROM circles_seats s JOIN circles_people p ON p.id = s.attendee_id"
                         " WHERE s.group_id = $1 AND p.person_id = $2",
                         group, person);
}

void touch_group(db::Tx& tx, SessionId session, GroupId group) {
    stir(tx, session);
    tx.run(
        "UPDATE circles_groups SET revision = coalesce((SELECT r.revision FROM circles_rooms r WHERE r.session_id = $1), 0) WHERE id = $2",
        session, group);
}

std::optional<AttendeeId> find_attendee(db::Session& db, SessionId session, base::PersonId person) {
    return db.find<AttendeeId>("SELECT id FROM circles_people WHERE session_id = $1 AND person_id = $2 AND person_id <> 0", session,
                               person);
}

// ---- notes ----

GroupNoteId insert_note(db::Tx& tx, const NewNote& note) {
    const auto id = tx.new_id<GroupNoteId>();
    tx.run(
        "INSERT INTO circles_group_notes (id, group_id, body, written_by, seat_id, written_at, version, removed, hidden)"
        " VALUES ($1, $2, $3, $4, $5, $6, 1, 0, 0)",
        id, note.group, note.body, note.writer, note.seat, tx.now());
    return id;
}

void update_note(db::Tx& tx, const GroupNote& note, std::int64_t version, std::string_view body) {
    records::require_version(note.version, version);
    tx.run("UPDATE circles_group_notes SET body = $2, version = version + 1 WHERE id = $1", note.id, body);
}

void remove_note(db::Tx& tx, GroupNoteId id) {
    tx.run("UPDATE circles_group_notes SET removed = 1, version = version + 1 WHERE id = $1", id);
}

void set_note_hidden(db::Tx& tx, GroupNoteId id, bool hidden) {
    tx.run("UPDATE circles_group_notes SET hidden = $2 WHERE id = $1", id, hidden);
}

std::int64_t count_notes_of(db::Session& db, GroupId group, SeatId seat) {
    return db.one<std::int64_t>("SELECT count(*) FROM circles_group_notes WHERE group_id = $1 AND seat_id = $2 AND removed = 0", group,
                                seat);
}

#define NOTE                                                                                                                    \
    "SELECT n.id, n.group_id, n.body, n.written_at, n.version, n.hidden, CASE WHEN n.seat_id = 0 THEN 0 ELSE 1 END AS by_phone" \
    " FROM circles_group_notes n "

std::vector<GroupNote> list_notes(db::Session& db, BreakoutId breakout) {
    return db.all<GroupNote>(NOTE "JOIN circles_groups g ON g.id = n.group_id WHERE g.breakout_id = $1 AND n.removed = 0 ORDER BY n.id",
                             breakout);
}

std::vector<GroupNote> list_notes_of(db::Session& db, GroupId group) {
    return db.all<GroupNote>(NOTE "WHERE n.group_id = $1 AND n.removed = 0 AND n.hidden = 0 ORDER BY n.id", group);
}

std::optional<GroupNote> find_note(db::Session& db, GroupId group, GroupNoteId id) {
    return db.find<GroupNote>(NOTE "WHERE n.group_id = $1 AND n.id = $2 AND n.removed = 0", group, id);
}

}  // namespace circles
