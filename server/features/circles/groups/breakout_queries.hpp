#pragma once

#include "circles/groups/breakout.hpp"
#include "circles/room/room.hpp"
#include "db/db.hpp"

namespace circles {

struct BreakoutRow {
    BreakoutId id;
    std::string question;
    SplitBy split_by{};
    std::int64_t seed{};
};
BOOST_DESCRIBE_STRUCT(BreakoutRow, (), (id, question, split_by, seed))

BreakoutId insert_breakout(db::Tx& tx, base::PersonId actor, SessionId session, const BreakoutForm& form, std::int64_t seed);
void set_question(db::Tx& tx, BreakoutId id, std::string_view question);
void set_seed(db::Tx& tx, BreakoutId id, std::int64_t seed);
void remove_breakout(db::Tx& tx, BreakoutId id);
std::int64_t count_breakouts(db::Session& db, SessionId session);
std::vector<BreakoutRow> list_breakouts(db::Session& db, SessionId session);
std::optional<BreakoutRow> find_breakout(db::Session& db, SessionId session, BreakoutId id);

struct GroupRow {
    GroupId id;
    BreakoutId breakout_id;
    std::int64_t place{};
    std::string name;  // empty: it has its number
};
BOOST_DESCRIBE_STRUCT(GroupRow, (), (id, breakout_id, place, name))
void insert_group(db::Tx& tx, BreakoutId breakout, std::int64_t place, std::string_view name);
void set_group_name(db::Tx& tx, GroupId id, std::string_view name);
std::vector<GroupRow> list_groups(db::Session& db, BreakoutId breakout);
// Of a break-out of this session that has not been taken away.
std::optional<GroupRow> find_group(db::Session& db, SessionId session, GroupId id);

struct GroupSeat {
    AttendeeId attendee_id;
    GroupId group_id;
};
BOOST_DESCRIBE_STRUCT(GroupSeat, (), (attendee_id, group_id))
// Only of those who are still on the list of the session.
std::vector<GroupSeat> list_seats(db::Session& db, BreakoutId breakout);
void put_seat(db::Tx& tx, BreakoutId breakout, AttendeeId attendee, GroupId group);
void clear_seats(db::Tx& tx, BreakoutId breakout);
bool sits_in(db::Session& db, GroupId group, base::PersonId person);
// Something of the group has changed: the room, where there is one, is stirred, and the group marked with its new revision.
void touch_group(db::Tx& tx, SessionId session, GroupId group);
std::optional<AttendeeId> find_attendee(db::Session& db, SessionId session, base::PersonId person);

struct GroupNote {
    GroupNoteId id;
    GroupId group_id;
    std::string body;
    base::Instant written_at;
    std::int64_t version{};
    bool hidden{};    // by the facilitator; for who may edit the session
    bool by_phone{};  // that came into the room without an account
};
BOOST_DESCRIBE_STRUCT(GroupNote, (), (id, group_id, body, written_at, version, hidden, by_phone))
struct NewNote {
    GroupId group;
    std::string body;
    base::PersonId writer;  // none: a phone
    SeatId seat;            // none: whoever has an account
};
GroupNoteId insert_note(db::Tx& tx, const NewNote& note);
// Throws Problem 412 `edited_elsewhere` unless `version` is the newest.
void update_note(db::Tx& tx, const GroupNote& note, std::int64_t version, std::string_view body);
void remove_note(db::Tx& tx, GroupNoteId id);
void set_note_hidden(db::Tx& tx, GroupNoteId id, bool hidden);
std::int64_t count_notes_of(db::Session& db, GroupId group, SeatId seat);
std::vector<GroupNote> list_notes(db::Session& db, BreakoutId breakout);
// As those who sit in it see them: without what was hidden.
std::vector<GroupNote> list_notes_of(db::Session& db, GroupId group);
std::optional<GroupNote> find_note(db::Session& db, GroupId group, GroupNoteId id);

}  // namespace circles
