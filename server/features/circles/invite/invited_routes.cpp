#include "base/locale.hpp"
#include "base/thai_calendar.hpp"
#include "circles/invite/invitations.hpp"
#include "circles/session/session_queries.hpp"
#include "http/page.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"

// What who was invited sees and answers, without an account: the token in the mail is their right.
namespace circles {

namespace {

struct InvitedPage {
    std::string name;
    std::string title;
    std::string circle;
    base::Date date;
    std::optional<base::TimeOfDay> starts;
    std::optional<base::TimeOfDay> ends;
    std::string place;
    bool open{};  // can still be answered
    std::optional<AnswerWord> answer;
    std::optional<std::string> address;  // of the session's own page, where everybody may read it
};
BOOST_DESCRIBE_STRUCT(InvitedPage, (), (name, title, circle, date, starts, ends, place, open, answer, address))

// An invitation lives as long as who sent it may read its session.
OpenInvitation known_invitation(http::Call& call, const http::Segment& token) {
    const auto open = find_open_invitation(call.read(), token.value);
    const bool lives = open && find_day(call.read(), {.person = open->sent_by}, records::record_id(open->session_id)).has_value();
    if (!lives) throw http::Problem(410, "group_link_over");
    return *open;
}

InvitedPage get_invited(http::Call& call, const http::Segment& token) {
    const auto open = known_invitation(call, token);
    const auto id = records::record_id(open.session_id);
    const auto day = *find_day(call.read(), {.person = open.sent_by}, id);
    const bool for_all = find_day(call.read(), {}, id).has_value();
    return {.name = open.name,
            .title = day.title,
            .circle = day.circle,
            .date = day.date,
            .starts = day.starts,
            .ends = day.ends,
            .place = day.place,
            .open = day.state == DayState::planned,
            .answer = open.answer,
            .address = for_all ? std::optional{day.address} : std::nullopt};
}

http::Page show_invited(http::Call& call, const http::Segment& token) {
    const auto language = call.language();
    const auto shown = get_invited(call, token);
    std::string when = base::long_date(shown.date, language);
    if (shown.starts) when += " " + base::time_text(*shown.starts, language);
    using namespace http::html;  // NOLINT(google-build-using-namespace): the elements of a page read as a page
    const auto body =
        group(p(shown.circle), h1(shown.title), p(when), p(shown.place), p(base::say(language, "circles_invited_needs_scripts")));
    return http::make_page(shown, shown.title, "/i/" + token.value, article(body));
}

// Not by the link alone: programs that look at mail open links. The page that it opens sends the answer.
InvitedPage answer_invitation(http::Call& call, const http::Segment& token, const AnswerForm& form) {
    if (!get_invited(call, token).open) throw http::Problem(409, "session_not_planned");
    const auto open = known_invitation(call, token);
    call.write([&](db::Tx& tx) {
        put_answer(tx, open.session_id, {open.person_id, open.name, open.sent_by}, form.answer);
        set_answer(tx, open.id, form.answer);
        journal::record(tx, open.person_id, "circles.answered", {open.session_id, 0});
    });
    return get_invited(call, token);
}

}  // namespace

void add_invited_routes(http::Router& router) {
    router.page("/i/{token}", show_invited, access::anyone);
    router.get("/api/i/{token}", get_invited, access::anyone);
    router.post("/api/i/{token}", answer_invitation, access::anyone, http::WriteKind::proposal);
}

}  // namespace circles
