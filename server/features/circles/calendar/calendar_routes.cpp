#include <algorithm>

#include "base/locale.hpp"
#include "circles/calendar/ics.hpp"
#include "circles/calendar/plan.hpp"
#include "circles/calendar/transparency.hpp"
#include "circles/circle/circle_reply.hpp"
#include "circles/rhythm/days.hpp"
#include "circles/routes.hpp"
#include "circles/session/session_reply.hpp"
#include "http/page.hpp"
#include "http/router.hpp"

namespace circles {

static http::Response calendar_response(const std::string& name, const std::vector<CalendarEntry>& entries) {
    return http::Response::text(200, "text/calendar; charset=utf-8", calendar_file(name, entries));
}

static CalendarEntry::Status status_of(SessionState state) {
    return state == SessionState::planned || state == SessionState::held ? CalendarEntry::Status::confirmed
                                                                         : CalendarEntry::Status::cancelled;
}

static std::string title_of(const SessionCard& session, base::Language language) {
    if (!session.ordinal) return session.title;
    return base::say(language, "circles_nth", {{"ordinal", *session.ordinal}}) + " · " + session.title;
}

static CalendarEntry entry_of(const SessionCard& session, const records::Envelope& record, const http::Call& call) {
    CalendarEntry entry;
    entry.uid = "session-" + std::to_string(session.id.value) + "@lomwong";
    entry.sequence = record.version;
    entry.stamp = record.edited_at;
    entry.summary = title_of(session, call.language());
    if (!session.circle.empty()) entry.summary += " · " + session.circle;
    entry.description = session.reason.empty() ? record.summary : session.reason;
    entry.location = session.place;
    entry.url = http::origin_of(call) + session.address;
    entry.date = session.date;
    entry.starts = session.starts;
    entry.ends = session.ends;
    entry.status = status_of(session.state);
    return entry;
}

static std::vector<CalendarEntry> entries_of(http::Call& call, const std::vector<SessionCard>& sessions) {
    std::vector<CalendarEntry> entries;
    for (const auto& session : sessions) {
        const auto record = records::find(call.read(), records::record_id(session.id));
        entries.push_back(entry_of(session, *record, call));
    }
    return entries;
}

// A year back and all that is planned, and the next days of the rhythm on which nothing is planned yet.
static http::Response circle_calendar(http::Call& call, const records::Readable<CircleId>& circle) {
    const auto today = base::bangkok_date(call.now());
    const auto shown = circle_reply(call.read(), call.viewer(), circle.found, today);
    auto entries = entries_of(
        call, list_oldest_first(call.read(), call.viewer(), {.circle = circle.id, .from = base::add_days(today, -366), .limit = {{500}}}));
    for (const auto day : shown.expected) {
        CalendarEntry entry;
        entry.uid = "circle-" + std::to_string(circle.id.value) + "-" + base::to_iso(day) + "@lomwong";
        entry.stamp = circle->edited_at;
        entry.summary = circle->title;
        entry.location = shown.place;
        entry.url = http::origin_of(call) + circle->address;
        entry.date = day;
        entry.starts = shown.starts;
        entry.ends = shown.ends;
        entry.status = CalendarEntry::Status::tentative;
        entries.push_back(entry);
    }
    return calendar_response(circle->title, entries);
}

static http::Response session_calendar(http::Call& call, const records::Readable<SessionId>& session) {
    return calendar_response(session->title, entries_of(call, {get_card(call.read(), call.viewer(), session.id)}));
}

// A circle's life, a dot a session; the days of its rhythm on which nothing stands are its gaps.
struct Strip {
    std::vector<SessionCard> sessions;
    std::vector<base::Date> gaps;
};
BOOST_DESCRIBE_STRUCT(Strip, (), (sessions, gaps))

struct StripWanted {
    std::optional<base::Date> from;  // a year before `to`
    std::optional<base::Date> to;    // today
};
BOOST_DESCRIBE_STRUCT(StripWanted, (), (from, to))

static Strip circle_strip(http::Call& call, const records::Readable<CircleId>& circle, const http::Query<StripWanted>& wanted) {
    const auto to = wanted->to.value_or(base::bangkok_date(call.now()));
    const auto from = std::max(wanted->from.value_or(base::add_days(to, -364)), base::add_days(to, -3660));
    Strip strip{list_oldest_first(call.read(), call.viewer(), {.circle = circle.id, .from = from, .to = to, .limit = {{500}}}), {}};
    const auto rule = ruled(call.read(), circle.id, get_circle(call.read(), circle.id), circle->happened_on);
    for (const auto& day : list_meeting_days(call.read(), rule, from, to))
        if (day.on && std::ranges::find(strip.sessions, *day.on, &SessionCard::date) == strip.sessions.end()) strip.gaps.push_back(*day.on);
    return strip;
}

static YearPlan get_year_plan(http::Call& call, const http::Query<YearWanted>& wanted) {
    return year_plan(call.read(), call.viewer(), *wanted);
}

static std::vector<TransparencyRow> get_transparency(http::Call& call, const http::Query<YearWanted>& wanted) {
    return list_held_in(call.read(), call.viewer(), *wanted);
}

static http::Response transparency_csv(http::Call& call, const http::Query<YearWanted>& wanted) {
    const auto rows = list_held_in(call.read(), call.viewer(), *wanted);
    auto response = http::Response::text(200, "text/csv; charset=utf-8", transparency_table(rows, call.language(), http::origin_of(call)));
    response.headers.set("Content-Disposition", "attachment; filename=\"participation-" + std::to_string(wanted->year.value) + ".csv\"");
    return response;
}

void add_calendar_routes(http::Router& router) {
    router.get("/circles/{circle}.ics", circle_calendar, access::may_read);
    router.get("/sessions/{session}.ics", session_calendar, access::may_read);
    router.get("/api/circles/{circle}/strip", circle_strip, access::may_read);
    router.get("/api/circles/calendar", get_year_plan, access::anyone);
    router.get("/api/circles/transparency", get_transparency, access::anyone);
    router.get("/api/circles/transparency.csv", transparency_csv, access::anyone);
}

}  // namespace circles
