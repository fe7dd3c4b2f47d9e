#include "base/locale.hpp"
#include "base/thai_calendar.hpp"
#include "circles/feedback/guest.hpp"
#include "circles/session/session_queries.hpp"
#include "http/page.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"

namespace circles {

namespace {

using WritableSession = records::Writable<SessionId>;

// Waiting for one session: a flood ends here.
constexpr std::int64_t most_waiting = 300;
constexpr std::int64_t link_ms = std::int64_t{30} * 24 * 60 * 60 * 1000;

// ---- who keeps the session ----

struct FeedbackLinkMade {
    std::string path;  // told once
    base::Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(FeedbackLinkMade, (), (path, expires_at))

struct GuestFeedback {
    std::optional<base::Instant> expires_at;  // of the link, while there is one
    std::vector<WaitingFeedback> waiting;
};
BOOST_DESCRIBE_STRUCT(GuestFeedback, (), (expires_at, waiting))

GuestFeedback guest_feedback(db::Session& db, SessionId session, base::Instant now) {
    const auto link = find_feedback_link(db, session, now);
    return {link ? std::optional{link->expires_at} : std::nullopt, list_waiting(db, session)};
}

GuestFeedback get_guest_feedback(http::Call& call, const WritableSession& session) {
    return guest_feedback(call.read(), session.id, call.now());
}

// LINE opens an address with this in the phone's own browser: developers.line.biz, "LINE URL scheme".
http::Created<FeedbackLinkMade> make_feedback_link(http::Call& call, const WritableSession& session) {
    return call.write_unkept([&](db::Tx& tx) {
        const base::Instant expires_at{tx.now().ms + link_ms};
        const auto token = put_feedback_link(tx, call.person(), session.id, expires_at);
        journal::record(tx, call.person(), "circles.feedback_link_made", {session.id, 0});
        return http::Created<FeedbackLinkMade>{{"/f/" + token + "?openExternalBrowser=1", expires_at}};
    });
}

GuestFeedback close_feedback_link(http::Call& call, const WritableSession& session) {
    return call.write([&](db::Tx& tx) {
        if (!end_feedback_link(tx, session.id)) throw http::not_found();
        journal::record(tx, call.person(), "circles.feedback_link_ended", {session.id, 0});
        return guest_feedback(tx, session.id, call.now());
    });
}

GuestFeedback take_in(http::Call& call, const WritableSession& session, WaitingId id) {
    return call.write([&](db::Tx& tx) {
        const auto taken = take_waiting(tx, session.id, id);
        if (!taken) throw http::not_found();
        put_feedback(tx, {}, session.id, *taken);
        journal::record(tx, call.person(), "circles.feedback_entered", {session.id, 0});
        return guest_feedback(tx, session.id, call.now());
    });
}

GuestFeedback take_all_in(http::Call& call, const WritableSession& session) {
    return call.write([&](db::Tx& tx) {
        for (const auto& waiting : list_waiting(tx, session.id))
            put_feedback(tx, {}, session.id, *take_waiting(tx, session.id, waiting.id));
        journal::record(tx, call.person(), "circles.feedback_entered", {session.id, 0});
        return guest_feedback(tx, session.id, call.now());
    });
}

GuestFeedback leave_out(http::Call& call, const WritableSession& session, WaitingId id) {
    return call.write([&](db::Tx& tx) {
        if (!take_waiting(tx, session.id, id)) throw http::not_found();
        journal::record(tx, call.person(), "circles.feedback_left", {session.id, 0});
        return guest_feedback(tx, session.id, call.now());
    });
}

// ---- who came ----

struct AskedPage {
    std::string title;
    std::string circle;
    base::Date date;
    bool open{};  // held, so that something can be said of it
};
BOOST_DESCRIBE_STRUCT(AskedPage, (), (title, circle, date, open))

// A link lives as long as who made it may read its session.
FeedbackLink known_link(http::Call& call, const http::Segment& token) {
    const auto link = find_feedback_link(call.read(), token.value, call.now());
    const auto session =
        link ? records::find(call.read(), http::Viewer{.person = link->made_by}, records::record_id(link->session_id)) : std::nullopt;
    if (!session || !records::may_read(records::guard(session->envelope), session->ties)) throw http::Problem(410, "group_link_over");
    return *link;
}

AskedPage get_asked(http::Call& call, const http::Segment& token) {
    const auto link = known_link(call, token);
    const auto record = records::find(call.read(), records::record_id(link.session_id));
    const auto session = get_session(call.read(), link.session_id);
    const auto circle = records::cards(call.read(), {.person = link.made_by}, {record->within_id});
    return {record->title, circle.empty() ? "" : circle.front().title, session.date, session.state == SessionState::held};
}

http::Page show_asked(http::Call& call, const http::Segment& token) {
    const auto language = call.language();
    const auto asked = get_asked(call, token);
    using namespace http::html;  // NOLINT(google-build-using-namespace): the elements of a page read as a page
    const auto body = group(p(asked.circle), h1(asked.title), p(base::long_date(asked.date, language)),
                            p(base::say(language, "circles_feedback_needs_scripts")));
    return http::make_page(asked, asked.title, "/f/" + token.value, article(body));
}

AskedPage say_how_it_was(http::Call& call, const http::Segment& token, const FeedbackForm& form) {
    auto asked = get_asked(call, token);
    if (!asked.open) throw http::Problem(409, "not_held_yet");
    const auto session = known_link(call, token).session_id;
    call.write([&](db::Tx& tx) {
        if (count_waiting(tx, session) >= most_waiting) throw http::Problem(429, "many_gifts_wait");
        insert_waiting(tx, session, form);
        journal::record(tx, {}, "circles.feedback_given", {session, 0});
    });
    return asked;
}

}  // namespace

void add_guest_feedback_routes(http::Router& router) {
    router.page("/f/{token}", show_asked, access::anyone);
    router.get("/api/f/{token}", get_asked, access::anyone);
    router.post("/api/f/{token}", say_how_it_was, access::anyone, http::WriteKind::proposal);
    router.get("/api/sessions/{session}/feedback/guests", get_guest_feedback, access::may_edit);
    router.post("/api/sessions/{session}/feedback/link", make_feedback_link, access::may_edit, http::WriteKind::change);
    router.del("/api/sessions/{session}/feedback/link", close_feedback_link, access::may_edit, http::WriteKind::change);
    router.post("/api/sessions/{session}/feedback/guests/take", take_all_in, access::may_edit, http::WriteKind::change);
    router.post("/api/sessions/{session}/feedback/guests/{waiting}/take", take_in, access::may_edit, http::WriteKind::change);
    router.del("/api/sessions/{session}/feedback/guests/{waiting}", leave_out, access::may_edit, http::WriteKind::change);
}

}  // namespace circles
