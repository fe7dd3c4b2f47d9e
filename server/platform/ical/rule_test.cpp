#include "ical/rule.hpp"

#include <gtest/gtest.h>
#include <libical/ical.h>

#include <algorithm>
#include <memory>

namespace ical {

namespace {

using base::Cadence;
using base::Cycle;
using base::Date;
using base::Every;
using base::Weekday;

using Days = std::vector<Date>;

constexpr int years = 10;
// Days of different weekdays and lengths of month; a leap day among them.
constexpr Date beginnings[] = {{2026, 1, 1}, {2026, 6, 30}, {2027, 3, 13}, {2028, 2, 29}, {2026, 10, 31}};

Date last_of(const Cadence& cadence) {
    return {cadence.since.year + years, 12, 28};
}

// What libical says, of the rule as we wrote it.
Days by_libical(const std::string& text, Date first, Date last) {
    const auto rule = icalrecurrencetype_from_string(text.c_str());
    auto basic = base::to_iso(first);
    std::erase(basic, '-');
    const auto start = icaltime_from_string(basic.c_str());
    const std::unique_ptr<icalrecur_iterator, decltype(&icalrecur_iterator_free)> days(icalrecur_iterator_new(rule, start),
                                                                                       icalrecur_iterator_free);
    Days found;
    for (auto day = icalrecur_iterator_next(days.get()); icaltime_is_null_time(day) == 0; day = icalrecur_iterator_next(days.get())) {
        const Date date{day.year, static_cast<unsigned>(day.month), static_cast<unsigned>(day.day)};
        if (date > last) break;
        found.push_back(date);
    }
    return found;
}

std::string told(const Cadence& cadence) {
    return rule_text(cadence) + " since " + base::to_iso(cadence.since) + ", years begin in month " + std::to_string(cadence.year_begins);
}

// Each day of a month, in each place of a quarter and a year. What differs from month to month is their length: these are the days by it.
constexpr int telling_days[] = {1, 15, 28, 29, 30, 31};
constexpr Weekday telling_weekdays[] = {Weekday::monday, Weekday::wednesday, Weekday::sunday};

template <class Take>
void each_day(Cadence cadence, const Take& take) {
    cadence.every = Every::month_day;
    for (cadence.day = 1; cadence.day <= 31; ++cadence.day)
        if (cadence.cycle == Cycle::month || std::ranges::find(telling_days, cadence.day) != std::end(telling_days)) take(cadence);
    cadence.every = Every::month_weekday;
    for (cadence.nth = 1; cadence.nth <= 5; ++cadence.nth)
        for (const auto weekday : telling_weekdays) {
            cadence.weekday = weekday;
            take(cadence);
        }
}

template <class Take>
void each_of_one_interval(Cadence cadence, const Take& take) {
    for (int weekday = 0; weekday < 7; ++weekday) {
        cadence.weekday = static_cast<Weekday>(weekday);
        take(cadence);
    }
    each_day(cadence, take);
    cadence.cycle = Cycle::quarter;
    for (cadence.month = 1; cadence.month <= 3; ++cadence.month) each_day(cadence, take);
    cadence.cycle = Cycle::year;
    for (const int begins : {1, 10})
        for (const int month : {1, 2, 5, 12}) {
            cadence.year_begins = begins;
            cadence.month = month;
            each_day(cadence, take);
        }
}

template <class Take>
void each_cadence(const Take& take) {
    for (const auto since : beginnings)
        for (const int interval : {1, 2, 5}) each_of_one_interval({.interval = interval, .since = since}, take);
}

}  // namespace

TEST(Rule, ten_years_of_every_kind_of_cadence_are_the_days_that_libical_counts) {
    int compared = 0;
    each_cadence([&](const Cadence& cadence) {
        const auto ours = base::days_of(cadence, cadence.since, last_of(cadence));
        ASSERT_FALSE(ours.empty()) << told(cadence);
        ASSERT_EQ(ours, by_libical(rule_text(cadence), ours.front(), last_of(cadence))) << told(cadence);
        ++compared;
    });
    EXPECT_GT(compared, 4'000);
}

TEST(Rule, what_was_written_is_read_as_a_cadence_of_the_same_days) {
    each_cadence([&](const Cadence& cadence) {
        const auto ours = base::days_of(cadence, cadence.since, last_of(cadence));
        const auto read = read_rule(rule_text(cadence), ours.front());
        ASSERT_TRUE(read) << told(cadence);
        ASSERT_EQ(base::days_of(*read, read->since, last_of(cadence)), ours) << told(cadence);
    });
}

TEST(Rule, a_rule_of_another_calendar_is_read_only_where_a_cadence_keeps_all_its_days) {
    const Date first{2026, 1, 14};  // a Wednesday
    for (const std::string text :
         {"FREQ=WEEKLY", "RRULE:FREQ=WEEKLY;BYDAY=WE;WKST=SU", "FREQ=MONTHLY;BYDAY=2WE", "FREQ=MONTHLY", "FREQ=MONTHLY;BYDAY=WE;BYSETPOS=2",
          "FREQ=YEARLY", "FREQ=YEARLY;BYMONTH=1;BYDAY=2WE", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=14"}) {
        const auto read = read_rule(text, first);
        ASSERT_TRUE(read) << text;
        const auto plain = text.starts_with("RRULE:") ? text.substr(6) : text;
        EXPECT_EQ(base::days_of(*read, first, {2036, 1, 1}), by_libical(plain, first, {2036, 1, 1})) << text;
    }
    for (const auto* text :
         {"", "เสาร์หน้า", "FREQ=DAILY", "FREQ=WEEKLY;COUNT=10", "FREQ=WEEKLY;UNTIL=20261231T000000Z", "FREQ=WEEKLY;BYDAY=MO,WE",
          "FREQ=MONTHLY;BYMONTHDAY=31", "FREQ=MONTHLY;BYMONTHDAY=1,15", "FREQ=MONTHLY;BYDAY=5WE", "FREQ=YEARLY;BYDAY=20MO",
          "FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=1", "FREQ=MONTHLY;BYDAY=WE", "FREQ=YEARLY;BYYEARDAY=100"})
        EXPECT_FALSE(read_rule(text, first)) << text;
}

TEST(Rule, a_rule_is_written_as_calendars_expect_it) {
    EXPECT_EQ(rule_text({.weekday = Weekday::wednesday, .since = {2013, 5, 1}}), "FREQ=WEEKLY;BYDAY=WE");
    EXPECT_EQ(rule_text({.every = Every::month_day, .day = 30, .since = {2026, 1, 1}}), "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1");
    EXPECT_EQ(rule_text({.every = Every::month_weekday,
                         .weekday = Weekday::friday,
                         .nth = 5,
                         .cycle = Cycle::year,
                         .month = 2,
                         .year_begins = 10,
                         .since = {2026, 1, 1}}),
              "FREQ=YEARLY;BYDAY=-1FR;BYMONTH=11");
}

}  // namespace ical
