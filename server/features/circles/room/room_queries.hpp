#pragma once

#include "circles/circles.hpp"
#include "circles/room/room.hpp"
#include "db/db.hpp"

namespace circles {

struct RoomRow {
    SessionId session_id;
    std::optional<std::string> code;
    base::Instant opened_at;
    std::optional<base::Instant> closed_at;
    std::int64_t revision{};
    Screen screen{};
    std::optional<AskId> screen_ask;
    std::optional<std::int64_t> block;
    std::optional<base::Instant> block_ends_at;
    std::int64_t round{};
    std::optional<BreakoutId> breakout_id;  // that is on
    std::optional<GroupStep> breakout_step;

    bool is_open() const { return !closed_at; }
};
BOOST_DESCRIBE_STRUCT(RoomRow, (),
                      (session_id, code, opened_at, closed_at, revision, screen, screen_ask, block, block_ends_at, round, breakout_id,
                       breakout_step))

std::optional<RoomRow> find_room(db::Session& db, SessionId session);
// A room that somebody forgot to close lets nobody in after a day.
std::optional<SessionId> find_room_of(db::Session& db, const std::string& code, base::Instant now);
// Opened again, it goes on where it was, under a new code.
void open_room(db::Tx& tx, SessionId session, const std::string& code);
void close_room(db::Tx& tx, SessionId session);
// Something that all hear of has changed. Nothing where there is no room.
void stir(db::Tx& tx, SessionId session);
void set_screen(db::Tx& tx, SessionId session, Screen screen, std::optional<AskId> ask);
// A break-out is on, and stands on the screen.
void set_groups(db::Tx& tx, SessionId session, BreakoutId breakout, GroupStep step);
// It is on no longer, if this one was.
void end_groups(db::Tx& tx, SessionId session, BreakoutId breakout);
void set_block(db::Tx& tx, SessionId session, std::optional<std::int64_t> block, std::optional<base::Instant> ends_at);

void insert_seat(db::Tx& tx, SessionId session, const db::Blob& token_hash);
struct SeatRow {
    SeatId id;
    SessionId session_id;
};
BOOST_DESCRIBE_STRUCT(SeatRow, (), (id, session_id))
std::optional<SeatRow> find_seat(db::Session& db, const db::Blob& token_hash);
std::int64_t count_seats(db::Session& db, SessionId session);
std::int64_t count_points(db::Session& db, SessionId session);

AskId insert_ask(db::Tx& tx, SessionId session, const AskRow& ask);
void set_ask_state(db::Tx& tx, AskId id, AskState state, bool live);
void close_asks(db::Tx& tx, SessionId session);
// False where it was put to the circle already.
bool delete_unasked(db::Tx& tx, AskId id);
std::vector<AskRow> list_asks(db::Session& db, SessionId session);
std::optional<AskRow> find_ask(db::Session& db, SessionId session, AskId id);
std::optional<AskRow> find_open_count(db::Session& db, SessionId session);

struct CardRow {
    CardId id;
    AskId ask_id;
    std::int64_t heading{};
    std::string body;
    bool hidden{};
    std::optional<PointId> point_id;
};
BOOST_DESCRIBE_STRUCT(CardRow, (), (id, ask_id, heading, body, hidden, point_id))

struct NewCard {
    AskId ask;
    SeatId seat;  // none: written for somebody without a phone
    std::int64_t heading{};
    std::string body;
};

// These stir the room, and mark the card with its new revision.
void insert_card(db::Tx& tx, SessionId session, const NewCard& card);
void set_hidden(db::Tx& tx, SessionId session, CardId id, bool hidden);
void set_point(db::Tx& tx, SessionId session, CardId id, PointId point);
// None that was written since the room was read: it comes with the next revision, and once.
std::vector<CardRow> list_cards(db::Session& db, const RoomRow& room, std::int64_t after_revision);
std::optional<CardRow> find_card(db::Session& db, SessionId session, CardId id);

void put_hand(db::Tx& tx, AskId ask, SeatId seat, std::int64_t level);
void set_counted(db::Tx& tx, AskId ask, const Hands& hands);
// Phones and counted by eye together.
Hands hands_of(db::Session& db, AskId ask);
Hands counted_by_eye(db::Session& db, AskId ask);

struct OwnHand {
    AskId ask_id;
    std::int64_t level{};
};
BOOST_DESCRIBE_STRUCT(OwnHand, (), (ask_id, level))
std::vector<OwnHand> list_own_hands(db::Session& db, SeatId seat);

std::vector<Speaker> list_speakers(db::Session& db, SessionId session);
void set_speakers(db::Tx& tx, SessionId session, const std::vector<Speaker>& speakers);
void begin_round(db::Tx& tx, SessionId session);

}  // namespace circles
