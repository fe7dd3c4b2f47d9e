#include "auth/token.hpp"
#include "circles/room/live_rooms.hpp"
#include "circles/room/seat/seat.hpp"
#include "circles/room/seat/sign_in.hpp"
#include "circles/routes.hpp"
#include "circles/session/session_queries.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"

circles::PhoneSeat http::Argument<circles::PhoneSeat>::take(Call& call) {
    const auto seat = circles::find_seat(call);
    if (!seat) throw Problem(404, "no_seat");
    return {*seat};
}

namespace circles {

namespace {

constexpr std::string_view seat_cookie = "lomwong_seat";
constexpr std::int64_t seat_seconds = 2 * 24 * 60 * 60;
constexpr std::int64_t answers_an_hour = 600;  // of one phone

struct HandForm {
    AskId ask;
    base::Whole<1, level_count> level;
};
BOOST_DESCRIBE_STRUCT(HandForm, (), (ask, level))

struct CardForm {
    AskId ask;
    std::optional<base::Whole<0, 3>> heading;
    base::Text<1, 500> body;
};
BOOST_DESCRIBE_STRUCT(CardForm, (), (ask, heading, body))

// Who holds the phone, or sits beside whoever does: the sign-in sheet of the door, written by those who came.
struct SignInForm {
    base::Text<1, 200> name;
    std::optional<base::Text<0, 300>> organisation;
    std::optional<AgeBand> age_band;
};
BOOST_DESCRIBE_STRUCT(SignInForm, (), (name, organisation, age_band))

constexpr std::int64_t signed_an_hour = 30;  // by one phone, for those beside it too

AskRow get_open(db::Session& db, const PhoneSeat& seat, AskId id) {
    auto ask = find_ask(db, seat.session_id, id);
    if (!ask || ask->state == AskState::waiting) throw http::not_found();
    if (ask->state == AskState::closed) throw http::Problem(409, "ask_closed");
    return *std::move(ask);
}

// A phone that has a seat in this room keeps it: whoever reloads the page is not somebody else. What is there to see it asks for
// afterwards.
http::Response take_seat(http::Call& call, const http::Segment& code) {
    const auto session = find_room_of(call.read(), folded_room_code(code.value), call.now());
    if (!session) throw http::Problem(404, "room_code_unknown");
    auto response = http::json_response(204, {});
    if (const auto seat = find_seat(call); seat && seat->session_id == *session) return response;
    const auto token = auth::new_token();
    const auto hash = auth::hash_token(token);
    call.write_unkept([&](db::Tx& tx) { insert_seat(tx, *session, hash); });
    http::set_cookie(response, {.name = seat_cookie,
                                .value = token,
                                .max_age_seconds = seat_seconds,
                                .secure = call.request().secure,
                                .same_site = http::SameSite::strict});
    return response;
}

SeatReply show_room(http::Call& call, const PhoneSeat& seat) {
    return seat_reply(call.read(), seat, call.now());
}

http::Response follow_room(http::Call& call, const PhoneSeat& seat) {
    return live_stream(call, seat.session_id);
}

// Each hand is no event of the journal: hands may be secret. What the count came to is one.
void raise_hand(http::Call& call, const PhoneSeat& seat, const HandForm& form) {
    count_answer(call, seat);
    call.write([&](db::Tx& tx) {
        if (!takes_hands(get_open(tx, seat, form.ask))) throw http::Problem(409, "ask_of_another_kind");
        put_hand(tx, form.ask, seat.id, form.level);
    });
}

// A name on the list of those who came, which who keeps the session sees and may take off. What the phone answers stays nameless: the two
// are not tied to each other.
void sign_in(http::Call& call, const PhoneSeat& seat, const SignInForm& form) {
    if (auto* limiter = call.services().equipment.find<http::Limiter>())
        limiter->count(http::WriteKind::proposal, "sign-in " + std::to_string(seat.id.value), signed_an_hour, call.now());
    call.write([&](db::Tx& tx) {
        if (const auto room = find_room(tx, seat.session_id); !room || !room->is_open()) throw http::Problem(409, "room_is_over");
        sign_in_attendee(tx, seat.session_id, {form.name.value, base::or_empty(form.organisation), form.age_band});
        recount(tx, seat.session_id);
        journal::record(tx, {}, "circles.signed_in", {seat.session_id, 0});
    });
}

void write_card(http::Call& call, const PhoneSeat& seat, const CardForm& form) {
    count_answer(call, seat);
    const auto heading = form.heading ? form.heading->value : 0;
    call.write([&](db::Tx& tx) {
        if (!takes_card(get_open(tx, seat, form.ask), heading)) throw http::Problem(409, "ask_of_another_kind");
        insert_card(tx, seat.session_id, {form.ask, seat.id, heading, form.body.value});
        journal::record(tx, {}, "circles.room_card_written", {seat.session_id, 0, json::write(form)});
    });
}

}  // namespace

std::optional<SeatRow> find_seat(http::Call& call) {
    const auto token = call.request().cookie(seat_cookie);
    return token ? find_seat(call.read(), auth::hash_token(*token)) : std::nullopt;
}

void count_answer(const http::Call& call, const PhoneSeat& seat) {
    if (auto* limiter = call.services().equipment.find<http::Limiter>())
        limiter->count(http::WriteKind::comment, "seat " + std::to_string(seat.id.value), answers_an_hour, call.now());
}

void add_seat_routes(http::Router& router) {
    router.post("/api/rooms/{code}/seat", take_seat, access::anyone, http::WriteKind::visit);
    router.get("/api/seat", show_room, access::anyone);
    router.get("/api/seat/live", follow_room, access::anyone);
    router.post("/api/seat/hands", raise_hand, access::anyone, http::WriteKind::comment);
    router.post("/api/seat/sign-in", sign_in, access::anyone, http::WriteKind::comment);
    router.post("/api/seat/cards", write_card, access::anyone, http::WriteKind::comment);
}

}  // namespace circles
