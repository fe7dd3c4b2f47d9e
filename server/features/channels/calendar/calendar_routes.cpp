#include "areas/areas.hpp"
#include "base/locale.hpp"
#include "channels/calendar/entries.hpp"
#include "channels/own/own_links.hpp"
#include "channels/routes.hpp"
#include "http/page.hpp"
#include "http/router.hpp"
#include "people/people.hpp"

namespace channels {

namespace {

struct Head {
    std::string name;
    std::string address;  // on this installation
};

http::Response calendar_of(http::Call& call, const Head& head, const std::vector<circles::Day>& days) {
    const auto origin = http::origin_of(call);
    const auto file = ical::calendar_file({head.name, origin + head.address, entries_of(days, call.language(), origin)});
    auto response = http::Response::text(200, "text/calendar; charset=utf-8", file);
    response.headers.set("Content-Disposition", "inline; filename=\"lomwong.ics\"");
    return response;
}

// A year back, and all that is planned.
http::Response calendar_of(http::Call& call, const Head& head, circles::DaysWanted wanted) {
    const auto today = base::bangkok_date(call.now());
    wanted.from = base::add_days(today, -366);
    return calendar_of(call, head, circles::list_days(call.read(), call.viewer(), wanted, today));
}

http::Response circle_calendar(http::Call& call, const records::Readable<circles::CircleId>& circle) {
    return calendar_of(call, {circle->title, circle->address}, {.circle = circle->id});
}

http::Response session_calendar(http::Call& call, const records::Readable<circles::SessionId>& session) {
    auto day = circles::find_day(call.read(), call.viewer(), session->id);
    if (!day) throw http::not_found();
    return calendar_of(call, {session->title, session->address}, {*std::move(day)});
}

// For who was invited by mail: the token is the right, as long as who sent it may read the session.
http::Response invited_calendar(http::Call& call, const http::Segment& token) {
    const auto invited = circles::find_invited(call.read(), token.value);
    auto day = invited ? circles::find_day(call.read(), {.person = invited->sent_by}, invited->session_id) : std::nullopt;
    if (!day) throw http::not_found();
    const Head head{day->title, day->address};
    auto response = calendar_of(call, head, {*std::move(day)});
    response.headers.set("X-Robots-Tag", "noindex");
    return response;
}

http::Response organisation_calendar(http::Call& call, const records::Readable<people::OrganisationId>& organisation) {
    return calendar_of(call, {organisation->title, organisation->address}, {.organiser = organisation->id});
}

http::Response area_calendar(http::Call& call, const http::Segment& code) {
    const auto area = areas::find(call.read(), code.value);
    if (!area) throw http::not_found();
    return calendar_of(call, {areas::title(*area, call.language()), "/areas/" + area->code}, {.area = area->id});
}

// What the person may read stands in it, as nobody of the house: who runs it sees no more of circles in their calendar than anybody.
http::Response own_calendar(http::Call& call, const http::Segment& token) {
    const auto person = find_owner(call.read(), token.value);
    if (!person) throw http::not_found();
    const auto today = base::bangkok_date(call.now());
    const circles::DaysWanted wanted{.whose = circles::Whose::own, .from = base::add_days(today, -366)};
    const auto days = circles::list_days(call.read(), {.person = *person}, wanted, today);
    auto response = calendar_of(call, {base::say(call.language(), "channels_own_calendar"), "/me/feeds"}, days);
    response.headers.set("Cache-Control", "private, no-cache");
    response.headers.set("X-Robots-Tag", "noindex");
    return response;
}

}  // namespace

void add_calendar_routes(http::Router& router) {
    router.get("/circles/{circle}.ics", circle_calendar, access::may_read);
    router.get("/sessions/{session}.ics", session_calendar, access::may_read);
    router.get("/organisations/{organisation}.ics", organisation_calendar, access::may_read);
    router.get("/areas/{code}.ics", area_calendar, access::anyone);
    router.get("/i/{token}.ics", invited_calendar, access::anyone);
    // The token is the right: only its person knows it.
    router.get("/feeds/{token}.ics", own_calendar, access::anyone);
}

}  // namespace channels
