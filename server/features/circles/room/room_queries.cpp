#include "circles/room/room_queries.hpp"

namespace circles {

constexpr std::int64_t code_lives_ms = std::int64_t{24} * 60 * 60 * 1000;

std::optional<RoomRow> find_room(db::Session& db, SessionId session) {
    return db.find<RoomRow>(
        "SELECT session_id, code, opened_at, closed_at, revision, screen, screen_ask, block, block_ends_at, round, breakout_id,"
        " breakout_step FROM circles_rooms"
        " WHERE session_id = $1",
        session);
}

std::optional<SessionId> find_room_of(db::Session& db, const std::string& code, base::Instant now) {
    return db.find<SessionId>("SELECT session_id FROM circles_rooms WHERE code = $1 AND opened_at > $2", code,
                              base::Instant{now.ms - code_lives_ms});
}

void open_room(db::Tx& tx, SessionId session, const std::string& code) {
    tx.run(
        "INSERT INTO circles_rooms (session_id, code, opened_at, revision, screen, round) VALUES ($1, $2, $3, 1, 'welcome', 0)"
        " ON CONFLICT (session_id) DO UPDATE SET code = excluded.code, opened_at = excluded.opened_at, closed_at = NULL, screen = "
        "'welcome', screen_ask = NULL,"
        " revision = circles_rooms.revision + 1",
        session, code, tx.now());
}

void close_room(db::Tx& tx, SessionId session) {
    close_asks(tx, session);
    tx.run(
        "UPDATE circles_rooms SET code = NULL, closed_at = $2, block = NULL, block_ends_at = NULL, breakout_id = NULL,"
        " breakout_step = NULL, revision = revision + 1"
        " WHERE session_id = $1",
        session, tx.now());
}

void stir(db::Tx& tx, SessionId session) {
    tx.run("UPDATE circles_rooms SET revision = revision + 1 WHERE session_id = $1", session);
}

void set_screen(db::Tx& tx, SessionId session, Screen screen, std::optional<AskId> ask) {
    tx.run("UPDATE circles_rooms SET screen = $2, screen_ask = $3, revision = revision + 1 WHERE session_id = $1", session, screen, ask);
}

void set_groups(db::Tx& tx, SessionId session, BreakoutId breakout, GroupStep step) {
    tx.run(
        "UPDATE circles_rooms SET breakout_id = $2, breakout_step = $3, screen = 'groups', screen_ask = NULL, revision = revision + 1"
        " WHERE session_id = $1",
        session, breakout, step);
}

void end_groups(db::Tx& tx, SessionId session, BreakoutId breakout) {
    tx.run(
        "UPDATE circles_rooms SET breakout_id = NULL, breakout_step = NULL, revision = revision + 1,"
        " screen = CASE WHEN screen = 'groups' THEN 'welcome' ELSE screen END WHERE session_id = $1 AND breakout_id = $2",
        session, breakout);
}

void set_block(db::Tx& tx, SessionId session, std::optional<std::int64_t> block, std::optional<base::Instant> ends_at) {
    tx.run("UPDATE circles_rooms SET block = $2, block_ends_at = $3, revision = revision + 1 WHERE session_id = $1", session, block,
           ends_at);
}

void insert_seat(db::Tx& tx, SessionId session, const db::Blob& token_hash) {
    tx.run("INSERT INTO circles_room_seats (id, session_id, token_hash, taken_at) VALUES ($1, $2, $3, $4)", tx.new_id<SeatId>(), session,
           token_hash, tx.now());
}

std::optional<SeatRow> find_seat(db::Session& db, const db::Blob& token_hash) {
    return db.find<SeatRow>("SELECT id, session_id FROM circles_room_seats WHERE token_hash = $1", token_hash);
}

std::int64_t count_seats(db::Session& db, SessionId session) {
    return db.one<std::int64_t>("SELECT count(*) FROM circles_room_seats WHERE session_id = $1", session);
}

std::int64_t count_points(db::Session& db, SessionId session) {
    return db.one<std::int64_t>("SELECT count(*) FROM circles_points WHERE session_id = $1 AND removed = 0", session);
}

AskId insert_ask(db::Tx& tx, SessionId session, const AskRow& ask) {
    const auto id = tx.new_id<AskId>();
    tx.run("INSERT INTO circles_room_asks (id, session_id, kind, question, state, live) VALUES ($1, $2, $3, $4, $5, $6)", id, session,
           ask.kind, ask.question, ask.state, ask.live);
    return id;
}

void set_ask_state(db::Tx& tx, AskId id, AskState state, bool live) {
    tx.run("UPDATE circles_room_asks SET state = $2, live = $3 WHERE id = $1", id, state, live);
}

void close_asks(db::Tx& tx, SessionId session) {
    tx.run("UPDATE circles_room_asks SET state = 'closed' WHERE session_id = $1 AND state = 'open'", session);
}

bool delete_unasked(db::Tx& tx, AskId id) {
    return tx.run("DELETE FROM circles_room_asks WHERE id = $1 AND state = 'waiting'", id) == 1;
}

#define ASK "SELECT id, kind, question, state, live FROM circles_room_asks "

std::vector<AskRow> list_asks(db::Session& db, SessionId session) {
    return db.all<AskRow>(ASK "WHERE session_id = $1 ORDER BY id", session);
}

std::optional<AskRow> find_ask(db::Session& db, SessionId session, AskId id) {
    return db.find<AskRow>(ASK "WHERE session_id = $1 AND id = $2", session, id);
}

std::optional<AskRow> find_open_count(db::Session& db, SessionId session) {
    return db.find<AskRow>(ASK "WHERE session_id = $1 AND state = 'open' AND kind = 'count'", session);
}

void insert_card(db::Tx& tx, SessionId session, const NewCard& card) {
    stir(tx, session);
    tx.run(
        "INSERT INTO circles_room_cards (id, session_id, ask_id, seat_id, heading, body, hidden, written_at, revision)"
        " SELECT $1, session_id, $3, $4, $5, $6, 0, $7, revision FROM circles_rooms WHERE session_id = $2",
        tx.new_id<CardId>(), session, card.ask, card.seat, card.heading, card.body, tx.now());
}

// The card follows the room, which is stirred before it.
#define REVISION_OF_ROOM "revision = (SELECT r.revision FROM circles_rooms r WHERE r.session_id = $1) WHERE session_id = $1 AND id = $2"

void set_hidden(db::Tx& tx, SessionId session, CardId id, bool hidden) {
    stir(tx, session);
    tx.run("UPDATE circles_room_cards SET hidden = $3, " REVISION_OF_ROOM, session, id, hidden);
}

void set_point(db::Tx& tx, SessionId session, CardId id, PointId point) {
    stir(tx, session);
    tx.run("UPDATE circles_room_cards SET point_id = $3, " REVISION_OF_ROOM, session, id, point);
}

#define CARD "SELECT id, ask_id, heading, body, hidden, point_id FROM circles_room_cards "

std::vector<CardRow> list_cards(db::Session& db, const RoomRow& room, std::int64_t after_revision) {
    return db.all<CardRow>(CARD "WHERE session_id = $1 AND revision > $2 AND revision <= $3 ORDER BY id", room.session_id, after_revision,
                           room.revision);
}

std::optional<CardRow> find_card(db::Session& db, SessionId session, CardId id) {
    return db.find<CardRow>(CARD "WHERE session_id = $1 AND id = $2", session, id);
}

void put_hand(db::Tx& tx, AskId ask, SeatId seat, std::int64_t level) {
    tx.run(
        "INSERT INTO circles_room_hands (ask_id, seat_id, level) VALUES ($1, $2, $3)"
        " ON CONFLICT (ask_id, seat_id) DO UPDATE SET level = excluded.level",
        ask, seat, level);
}

void set_counted(db::Tx& tx, AskId ask, const Hands& hands) {
    for (std::size_t i = 0; i < hands.size(); ++i)
        tx.run(
            "INSERT INTO circles_room_counted (ask_id, level, hands) VALUES ($1, $2, $3)"
            " ON CONFLICT (ask_id, level) DO UPDATE SET hands = excluded.hands",
            ask, static_cast<std::int64_t>(i + 1), hands[i]);
}

namespace {

struct LevelRow {
    std::int64_t level{};
    std::int64_t hands{};
};
BOOST_DESCRIBE_STRUCT(LevelRow, (), (level, hands))

Hands sum(const std::vector<LevelRow>& rows) {
    Hands hands{};
    for (const auto& row : rows) hands.at(static_cast<std::size_t>(row.level - 1)) += row.hands;
    return hands;
}

}  // namespace

Hands hands_of(db::Session& db, AskId ask) {
    return sum(
        db.all<LevelRow>("SELECT level, count(*) AS hands FROM circles_room_hands WHERE ask_id = $1 GROUP BY level"
                         " UNION ALL SELECT level, hands FROM circles_room_counted WHERE ask_id = $1",
                         ask));
}

Hands counted_by_eye(db::Session& db, AskId ask) {
    return sum(db.all<LevelRow>("SELECT level, hands FROM circles_room_counted WHERE ask_id = $1", ask));
}

std::vector<OwnHand> list_own_hands(db::Session& db, SeatId seat) {
    return db.all<OwnHand>("SELECT ask_id, level FROM circles_room_hands WHERE seat_id = $1 ORDER BY ask_id", seat);
}

std::vector<Speaker> list_speakers(db::Session& db, SessionId session) {
    return db.all<Speaker>("SELECT position, name, state FROM circles_room_speakers WHERE session_id = $1 ORDER BY position", session);
}

void set_speakers(db::Tx& tx, SessionId session, const std::vector<Speaker>& speakers) {
    tx.run("DELETE FROM circles_room_speakers WHERE session_id = $1", session);
    for (const auto& each : speakers)
        tx.run("INSERT INTO circles_room_speakers (session_id, position, name, state) VALUES ($1, $2, $3, $4)", session, each.position,
               each.name, each.state);
}

void begin_round(db::Tx& tx, SessionId session) {
    tx.run("UPDATE circles_rooms SET round = round + 1 WHERE session_id = $1", session);
}

}  // namespace circles
