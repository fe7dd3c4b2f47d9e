#include <algorithm>

#include "circles/calendar/plan.hpp"
#include "circles/calendar/transparency.hpp"
#include "circles/circle/circle_reply.hpp"
#include "circles/rhythm/days.hpp"
#include "circles/routes.hpp"
#include "circles/session/session_reply.hpp"
#include "http/page.hpp"
#include "http/router.hpp"

namespace circles {

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
    return year_plan(call.read(), call.viewer(), *wanted, base::bangkok_date(call.now()));
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
    router.get("/api/circles/{circle}/strip", circle_strip, access::may_read);
    router.get("/api/circles/calendar", get_year_plan, access::anyone);
    router.get("/api/circles/transparency", get_transparency, access::anyone);
    router.get("/api/circles/transparency.csv", transparency_csv, access::anyone);
}

}  // namespace circles
