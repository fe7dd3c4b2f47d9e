#include <charconv>

#include "base/thai_calendar.hpp"
#include "http/router.hpp"
#include "site/holidays/calendar.hpp"
#include "site/routes.hpp"
#include "site/settings/section.hpp"

namespace site {

namespace {

constexpr int last_year = 2200;

// A year as its page shows it: what holds, what is lacking, and what the administrators have said.
struct YearOfHolidays {
    int year{};  // CE
    std::vector<Holiday> days;
    std::vector<Occasion> missing;
    OwnYear own;
    std::int64_t version{};
};
BOOST_DESCRIBE_STRUCT(YearOfHolidays, (), (year, days, missing, own, version))

// In addresses as in dates: CE.
int year_in(const http::Segment& segment) {
    int year = 0;
    const auto* end = segment.value.data() + segment.value.size();
    const auto read = std::from_chars(segment.value.data(), end, year);
    if (read.ec != std::errc{} || read.ptr != end || year < first_year_of_holidays || year > last_year) throw http::not_found();
    return year;
}

YearOfHolidays year_of(db::Session& db, int year) {
    auto kept = find_year(db, year);
    return {.year = year,
            .days = holidays_of(year, kept.own, find_year(db, year - 1).own),
            .missing = missing_occasions(year, kept.own),
            .own = std::move(kept.own),
            .version = kept.version};
}

YearOfHolidays get_year(http::Call& call, const http::Segment& year) {
    return year_of(call.read(), year_in(year));
}

YearOfHolidays change_year(http::Call& call, const http::Segment& segment, const http::Expected& expected, const OwnYear& own) {
    const int year = year_in(segment);
    json::Errors errors;
    check(own, year, errors);
    if (!errors.empty()) throw http::invalid_input(errors);
    return call.write([&](db::Tx& tx) {
        put_section(tx, call.person(), {section_of_year(year), "site.holidays_changed", expected.version, json::write(own)});
        return year_of(tx, year);
    });
}

}  // namespace

void add_holiday_routes(http::Router& router) {
    router.get("/api/site/holidays/{year}", get_year, access::anyone);
    router.put("/api/site/holidays/{year}", change_year, access::administrator, http::WriteKind::office);
}

}  // namespace site
