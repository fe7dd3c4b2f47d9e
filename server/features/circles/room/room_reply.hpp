#pragma once

#include "circles/room/room_queries.hpp"
#include "circles/room/seat/group_seat.hpp"
#include "circles/session/session_reply.hpp"

namespace circles {

// The block of the agenda that is on.
struct BlockNow {
    std::int64_t position{};
    std::string title;
    std::optional<base::Instant> ends_at;
};
BOOST_DESCRIBE_STRUCT(BlockNow, (), (position, title, ends_at))

struct Ask {
    AskId id;
    AskKind kind{};
    std::string question;
    AskState state{};
    bool live{};
    std::optional<Tally> tally;                        // of a count
    std::optional<std::vector<std::int64_t>> counted;  // by eye, for the facilitator
};
BOOST_DESCRIBE_STRUCT(Ask, (), (id, kind, question, state, live, tally, counted))

struct WallCard {
    CardId id;
    AskId ask;
    std::int64_t heading{};
    std::string body;  // empty where it was hidden from whoever asks
    bool hidden{};
    std::optional<PointId> point;  // for the facilitator: what it became in the notes
};
BOOST_DESCRIBE_STRUCT(WallCard, (), (id, ask, heading, body, hidden, point))

// The break-out that is on: its groups and how much they have written, not what.
struct GroupsNow {
    BreakoutId breakout;
    std::string question;
    SplitBy split_by{};
    GroupStep step{};
    std::vector<GroupNow> groups;
};
BOOST_DESCRIBE_STRUCT(GroupsNow, (), (breakout, question, split_by, step, groups))

// A room as it stands. In an event `cards` are those that changed since the last one.
struct RoomState {
    std::int64_t revision{};
    bool open{};
    base::Instant now;  // the server's clock, for timers
    Screen screen{};
    std::optional<AskId> screen_ask;
    std::optional<BlockNow> block;
    std::int64_t round{};
    std::vector<Speaker> speakers;
    std::vector<Ask> asks;
    std::vector<WallCard> cards;
    std::int64_t phones{};
    std::int64_t points{};  // of the session's notes
    std::optional<GroupsNow> groups;
};
BOOST_DESCRIBE_STRUCT(RoomState, (), (revision, open, now, screen, screen_ask, block, round, speakers, asks, cards, phones, points, groups))

// All in the room see what was asked; the facilitator also what is prepared and what was hidden.
enum class Eyes : std::uint8_t { everybody, facilitator };
RoomState room_state(db::Session& db, const RoomRow& room, Eyes eyes, std::int64_t after_revision, base::Instant now);

// What was said in the room stays in the circle: for insiders, and whoever may edit the session.
bool may_see_room(const records::Found& session);
bool facilitates(const records::Found& session);

// Before a room was opened, an empty one.
struct RoomReply {
    RoomState state;
    std::optional<std::string> code;
    bool opened{};
    std::vector<AgendaBlock> agenda;
    std::string title;
    std::string key_question;
};
BOOST_DESCRIBE_STRUCT(RoomReply, (), (state, code, opened, agenda, title, key_question))
RoomReply room_reply(db::Session& db, const records::Found& session, base::Instant now);

// For a phone in the room. Of the session it learns its title and question, whoever may read the rest.
struct SeatReply {
    RoomState state;
    std::string title;
    std::string key_question;
    std::vector<OwnHand> hands;
};
BOOST_DESCRIBE_STRUCT(SeatReply, (), (state, title, key_question, hands))
SeatReply seat_reply(db::Session& db, const SeatRow& seat, base::Instant now);

}  // namespace circles
