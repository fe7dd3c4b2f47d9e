#include <algorithm>

#include "base/locale.hpp"
#include "base/thai_calendar.hpp"
#include "circles/calendar/plan.hpp"
#include "circles/calendar/transparency.hpp"
#include "circles/page/pages.hpp"
#include "circles/routes.hpp"
#include "http/router.hpp"
#include "site/site.hpp"

namespace circles {

namespace {

using namespace http::html;  // NOLINT(google-build-using-namespace): the elements of a page read as a page

// As the addresses of the web app name them; narrowing by an organisation or a place is the app's.
struct YearShown {
    std::optional<base::Whole<2400, 3000>> year;  // this one
    std::optional<std::string> organisation;
    std::optional<std::string> area;
};
BOOST_DESCRIBE_STRUCT(YearShown, (), (year, organisation, area))

YearWanted year_in(http::Call& call, const YearShown& shown) {
    if (shown.year) return {*shown.year};
    return {base::Whole<2400, 3000>{site::fiscal_calendar(call.read()).year_of(base::bangkok_date(call.now()))}};
}

std::string title_of(base::Language language, std::string_view key, std::int64_t year) {
    return base::say(language, key) + " " + std::to_string(language == base::Language::th ? year : year - 543);
}

Html day_item(base::Date date, const std::string& address, const std::string& title, base::Language language) {
    return li(http::html::time(datetime(base::to_iso(date)), base::long_date(date, language)), " ", a(Url::within(address), title));
}

Html unit_section(const UnitPlan& unit, base::Language language) {
    const auto item = [&](const SessionCard& session) {
        return day_item(session.date, session.address, full_title(session.ordinal, session.title, language), language);
    };
    Html days = h2(unit.organiser);
    for (const auto& quarter : unit.quarters)
        if (!quarter.empty()) days += ul(each(quarter, item));
    return days;
}

http::Page show_year(http::Call& call, const http::Query<YearShown>& shown) {
    const auto language = call.language();
    const auto plan = year_plan(call.read(), call.viewer(), year_in(call, *shown), base::bangkok_date(call.now()));
    const auto title = title_of(language, "circles_year", plan.year);
    const auto unit = [&](const UnitPlan& of) { return unit_section(of, language); };
    return http::make_page(plan, title, "/circles/calendar", article(group(h1(title), each(plan.units, unit))));
}

http::Page show_participation(http::Call& call, const http::Query<YearShown>& shown) {
    const auto language = call.language();
    const auto wanted = year_in(call, *shown);
    const auto rows = list_held_in(call.read(), call.viewer(), wanted);
    const auto title = title_of(language, "circles_participation", wanted.year.value);
    const auto item = [&](const TransparencyRow& row) {
        return day_item(row.date, row.address, full_title(row.ordinal, row.title, language), language);
    };
    return http::make_page(rows, title, "/circles/participation", article(group(h1(title), ul(each(rows, item)))));
}

}  // namespace

void add_year_pages(http::Router& router) {
    router.page("/circles/calendar", show_year, access::anyone);
    router.page("/circles/participation", show_participation, access::anyone);
}

}  // namespace circles
