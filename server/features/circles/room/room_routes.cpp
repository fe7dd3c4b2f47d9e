#include <algorithm>
#include <random>

#include "circles/room/live_rooms.hpp"
#include "circles/room/room_reply.hpp"
#include "circles/routes.hpp"
#include "circles/session/said_queries.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"

namespace circles {

namespace {

using ReadableSession = records::Readable<SessionId>;
using WritableSession = records::Writable<SessionId>;

struct AskForm {
    AskKind kind{};
    base::Text<1, 500> question;
    std::optional<bool> live;
};
BOOST_DESCRIBE_STRUCT(AskForm, (), (kind, question, live))

struct AskTurn {
    AskState state{};
    std::optional<bool> live;  // left out: as it is
};
BOOST_DESCRIBE_STRUCT(AskTurn, (), (state, live))

struct CountedForm {
    std::vector<base::Whole<0, 100'000>> hands;  // at the levels 1 to 5
};
BOOST_DESCRIBE_STRUCT(CountedForm, (), (hands))
void check(const CountedForm& form, json::Errors& errors) {
    if (form.hands.size() != level_count) errors.add("/hands", "five_levels");
}

struct TypedCard {
    AskId ask;
    std::optional<base::Whole<0, 3>> heading;
    base::Text<1, 500> body;
};
BOOST_DESCRIBE_STRUCT(TypedCard, (), (ask, heading, body))

struct CardTurn {
    bool hidden{};
};
BOOST_DESCRIBE_STRUCT(CardTurn, (), (hidden))

struct ScreenForm {
    Screen screen{};
    std::optional<AskId> ask;
};
BOOST_DESCRIBE_STRUCT(ScreenForm, (), (screen, ask))
void check(const ScreenForm& form, json::Errors& errors) {
    if ((form.screen == Screen::ask) != form.ask.has_value()) errors.add("/ask", "required");
}

struct GroupsTurn {
    std::optional<BreakoutId> breakout;  // none: no break-out is on
    std::optional<GroupStep> step;
};
BOOST_DESCRIBE_STRUCT(GroupsTurn, (), (breakout, step))
void check(const GroupsTurn& form, json::Errors& errors) {
    if (form.breakout.has_value() != form.step.has_value()) errors.add(form.breakout ? "/step" : "/breakout", "required");
}

struct BlockForm {
    std::optional<base::Whole<0, 200>> position;  // none: no block is on
    std::optional<base::Instant> ends_at;
};
BOOST_DESCRIBE_STRUCT(BlockForm, (), (position, ends_at))

struct RoundForm {
    std::vector<base::Text<1, 100>> names;
};
BOOST_DESCRIBE_STRUCT(RoundForm, (), (names))

enum class WordTurn : std::uint8_t { spoken, passed, given };
BOOST_DESCRIBE_ENUM(WordTurn, spoken, passed, given)

struct WordForm {
    WordTurn turn{};
    std::optional<base::Whole<0, 1000>> to;  // whom the word is given out of turn
};
BOOST_DESCRIBE_STRUCT(WordForm, (), (turn, to))
void check(const WordForm& form, json::Errors& errors) {
    if (form.turn == WordTurn::given && !form.to) errors.add("/to", "required");
}

constexpr std::size_t most_speakers = 300;
constexpr std::size_t most_asks = 100;

void require_open(db::Session& db, SessionId session) {
    const auto room = find_room(db, session);
    if (!room) throw http::not_found();
    if (!room->is_open()) throw http::Problem(409, "room_closed");
}

AskRow get_ask(db::Session& db, SessionId session, AskId id) {
    auto ask = find_ask(db, session, id);
    if (!ask) throw http::not_found();
    return *std::move(ask);
}

// Everything a facilitator does is one transaction in an open room, and answered with the room as it then stands.
template <class F>
RoomReply in_room(http::Call& call, const WritableSession& session, F&& act) {
    call.write([&](db::Tx& tx) {
        require_open(tx, session.id);
        act(tx);
    });
    return room_reply(call.read(), session.found, call.now());
}

RoomReply show_room(http::Call& call, const ReadableSession& session) {
    if (!may_see_room(session.found)) throw http::not_found();
    return room_reply(call.read(), session.found, call.now());
}

http::Response follow_room(http::Call& call, const ReadableSession& session) {
    if (!may_see_room(session.found)) throw http::not_found();
    return live_stream(call, session.id);
}

RoomReply open(http::Call& call, const WritableSession& session) {
    const auto code = code_from(std::random_device{}());
    call.write([&](db::Tx& tx) {
        if (const auto room = find_room(tx, session.id); room && room->is_open()) return;
        open_room(tx, session.id, code);
        journal::record(tx, call.person(), "circles.room_opened", {session.id, 0});
    });
    return room_reply(call.read(), session.found, call.now());
}

RoomReply close(http::Call& call, const WritableSession& session) {
    return in_room(call, session, [&](db::Tx& tx) {
        close_room(tx, session.id);
        journal::record(tx, call.person(), "circles.room_closed", {session.id, 0});
    });
}

RoomReply add_ask(http::Call& call, const WritableSession& session, const AskForm& form) {
    return in_room(call, session, [&](db::Tx& tx) {
        if (list_asks(tx, session.id).size() >= most_asks) throw http::Problem(409, "too_many_asks");
        insert_ask(tx, session.id, {{}, form.kind, form.question.value, AskState::waiting, form.live.value_or(false)});
        stir(tx, session.id);
        journal::record(tx, call.person(), "circles.room_ask_written", {session.id, 0, json::write(form)});
    });
}

// What is opened is what the circle looks at; what is closed stays on the screen with its result.
RoomReply turn_ask(http::Call& call, const WritableSession& session, AskId id, const AskTurn& turn) {
    return in_room(call, session, [&](db::Tx& tx) {
        auto ask = get_ask(tx, session.id, id);
        if (!may_become(ask.state, turn.state)) throw http::Problem(409, "asked_already");
        const bool opens = turn.state == AskState::open && ask.state != AskState::open;
        if (opens) close_asks(tx, session.id);
        set_ask_state(tx, id, turn.state, turn.live.value_or(ask.live));
        if (opens) set_screen(tx, session.id, Screen::ask, id);
        stir(tx, session.id);
        ask.state = turn.state;
        ask.live = turn.live.value_or(ask.live);
        journal::record(tx, call.person(), "circles.room_ask_turned", {session.id, 0, json::write(tally_for_all(ask, hands_of(tx, id)))});
    });
}

RoomReply remove_ask(http::Call& call, const WritableSession& session, AskId id) {
    return in_room(call, session, [&](db::Tx& tx) {
        get_ask(tx, session.id, id);
        if (!delete_unasked(tx, id)) throw http::Problem(409, "asked_already");
        stir(tx, session.id);
        journal::record(tx, call.person(), "circles.room_ask_removed", {session.id, 0});
    });
}

RoomReply count_by_eye(http::Call& call, const WritableSession& session, AskId id, const CountedForm& form) {
    return in_room(call, session, [&](db::Tx& tx) {
        if (get_ask(tx, session.id, id).kind != AskKind::count) throw http::Problem(409, "ask_of_another_kind");
        Hands hands{};
        std::ranges::copy(form.hands, hands.begin());
        set_counted(tx, id, hands);
        stir(tx, session.id);
        journal::record(tx, call.person(), "circles.room_hands_counted", {session.id, 0, json::write(form)});
    });
}

RoomReply type_card(http::Call& call, const WritableSession& session, const TypedCard& form) {
    const auto heading = form.heading ? form.heading->value : 0;
    return in_room(call, session, [&](db::Tx& tx) {
        if (!takes_card(get_ask(tx, session.id, form.ask), heading)) throw http::Problem(409, "ask_closed");
        insert_card(tx, session.id, {form.ask, {}, heading, form.body.value});
        journal::record(tx, call.person(), "circles.room_card_written", {session.id, 0, json::write(form)});
    });
}

CardRow get_card(db::Session& db, SessionId session, CardId id) {
    auto card = find_card(db, session, id);
    if (!card) throw http::not_found();
    return *std::move(card);
}

// Also when the room is closed: what ought not to stand there ought not to be kept for all to see either.
RoomReply turn_card(http::Call& call, const WritableSession& session, CardId id, const CardTurn& turn) {
    call.write([&](db::Tx& tx) {
        get_card(tx, session.id, id);
        set_hidden(tx, session.id, id, turn.hidden);
        journal::record(tx, call.person(), turn.hidden ? "circles.room_card_hidden" : "circles.room_card_shown", {session.id, 0});
    });
    return room_reply(call.read(), session.found, call.now());
}

// A card becomes a point of the session's notes, once, with the consent that words in this circle begin with.
RoomReply keep_card(http::Call& call, const WritableSession& session, CardId id) {
    call.write([&](db::Tx& tx) {
        const auto card = get_card(tx, session.id, id);
        if (card.point_id) return;
        PointForm form;
        form.body = {card.body};
        const auto consent = first_consent(get_circle(tx, {session->within_id.value}).kind);
        const auto point = insert_point(tx, call.person(), session.id, form, consent);
        set_point(tx, session.id, id, point);
        refresh_text(tx, session.id);
        journal::record(tx, call.person(), "circles.point_added",
                        {session.id, 0, json::write(shown_to_all(*find_point(tx, session.id, point)))});
    });
    return room_reply(call.read(), session.found, call.now());
}

RoomReply turn_screen(http::Call& call, const WritableSession& session, const ScreenForm& form) {
    return in_room(call, session, [&](db::Tx& tx) {
        if (form.ask && get_ask(tx, session.id, *form.ask).state == AskState::waiting) throw http::Problem(409, "not_asked_yet");
        if (form.screen == Screen::groups && !find_room(tx, session.id)->breakout_id) throw http::Problem(409, "no_groups_now");
        set_screen(tx, session.id, form.screen, form.ask);
    });
}

// The facilitator steps a break-out: its groups write, what they wrote is brought together, and it is over.
RoomReply turn_groups(http::Call& call, const WritableSession& session, const GroupsTurn& form) {
    return in_room(call, session, [&](db::Tx& tx) {
        if (form.breakout) {
            if (!find_breakout(tx, session.id, *form.breakout)) throw http::Problem(422, "invalid_input").at("/breakout", "no_such_groups");
            set_groups(tx, session.id, *form.breakout, *form.step);
        } else if (const auto room = find_room(tx, session.id); room->breakout_id) {
            end_groups(tx, session.id, *room->breakout_id);
        }
        journal::record(tx, call.person(), "circles.room_groups_turned", {session.id, 0, json::write(form)});
    });
}

RoomReply turn_block(http::Call& call, const WritableSession& session, const BlockForm& form) {
    return in_room(call, session, [&](db::Tx& tx) {
        const auto position = form.position ? std::optional(form.position->value) : std::nullopt;
        set_block(tx, session.id, position, position ? form.ends_at : std::nullopt);
    });
}

RoomReply new_round(http::Call& call, const WritableSession& session, const RoundForm& form) {
    if (form.names.size() > most_speakers) throw http::Problem(422, "invalid_input").at("/names", "too_many");
    return in_room(call, session, [&](db::Tx& tx) {
        std::vector<Speaker> speakers;
        speakers.reserve(form.names.size());
        for (const auto& name : form.names) speakers.push_back({static_cast<std::int64_t>(speakers.size()), name.value, {}});
        set_speakers(tx, session.id, speakers);
        begin_round(tx, session.id);
        stir(tx, session.id);
    });
}

RoomReply pass_word(http::Call& call, const WritableSession& session, const WordForm& form) {
    return in_room(call, session, [&](db::Tx& tx) {
        auto speakers = list_speakers(tx, session.id);
        if (form.turn == WordTurn::given) {
            give_word(speakers, *form.to);
        } else {
            hand_on(speakers, form.turn == WordTurn::passed ? SpeakerState::passed : SpeakerState::spoken);
        }
        set_speakers(tx, session.id, speakers);
        stir(tx, session.id);
    });
}

}  // namespace

void add_room_routes(http::Router& router) {
    using http::WriteKind;
    router.get("/api/sessions/{session}/room", show_room, access::may_read);
    router.get("/api/sessions/{session}/room/live", follow_room, access::may_read);
    router.post("/api/sessions/{session}/room", open, access::may_edit, WriteKind::change);
    router.post("/api/sessions/{session}/room/close", close, access::may_edit, WriteKind::change);
    router.post("/api/sessions/{session}/room/asks", add_ask, access::may_edit, WriteKind::change);
    router.put("/api/sessions/{session}/room/asks/{ask}", turn_ask, access::may_edit, WriteKind::change);
    router.del("/api/sessions/{session}/room/asks/{ask}", remove_ask, access::may_edit, WriteKind::change);
    router.put("/api/sessions/{session}/room/asks/{ask}/counted", count_by_eye, access::may_edit, WriteKind::change);
    router.post("/api/sessions/{session}/room/cards", type_card, access::may_edit, WriteKind::change);
    router.put("/api/sessions/{session}/room/cards/{card}", turn_card, access::may_edit, WriteKind::change);
    router.post("/api/sessions/{session}/room/cards/{card}/point", keep_card, access::may_edit, WriteKind::change);
    router.put("/api/sessions/{session}/room/screen", turn_screen, access::may_edit, WriteKind::change);
    router.put("/api/sessions/{session}/room/groups", turn_groups, access::may_edit, WriteKind::change);
    router.put("/api/sessions/{session}/room/block", turn_block, access::may_edit, WriteKind::change);
    router.put("/api/sessions/{session}/room/round", new_round, access::may_edit, WriteKind::change);
    router.post("/api/sessions/{session}/room/word", pass_word, access::may_edit, WriteKind::change);
}

}  // namespace circles
