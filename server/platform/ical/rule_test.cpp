#include "ical/rule.hpp"

#include <gtest/gtest.h>
#include <libical/ical.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <utility>

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

// The cadence that was read, if it was taken.
std::optional<Cadence> taken(std::string_view text, Date first) {
    const auto read = read_rule(text, first);
    const auto* cadence = std::get_if<Cadence>(&read);
    return cadence ? std::optional(*cadence) : std::nullopt;
}

// Why it was not: "rule_not_kept BYSETPOS".
std::string refused(std::string_view text, Date first) {
    const auto read = read_rule(text, first);
    const auto* wrong = std::get_if<WrongRule>(&read);
    return wrong ? std::string(wrong->code) + (wrong->part.empty() ? "" : " " + wrong->part) : "";
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

// Any two, some of them and all; a Sunday is the last of its week.
const std::vector<std::vector<Weekday>> more_weekdays{
    {Weekday::wednesday},
    {Weekday::sunday},
    {Weekday::friday, Weekday::wednesday},
    {Weekday::saturday, Weekday::sunday},
    {Weekday::monday, Weekday::tuesday, Weekday::wednesday, Weekday::thursday, Weekday::friday, Weekday::saturday, Weekday::sunday}};

template <class Take>
void each_week(Cadence cadence, const Take& take) {
    for (int weekday = 0; weekday < 7; ++weekday) {
        cadence.weekday = static_cast<Weekday>(weekday);
        cadence.also.clear();
        take(cadence);
        for (const auto& also : more_weekdays) {
            cadence.also = also;
            take(cadence);
        }
    }
}

template <class Take>
void each_of_one_interval(Cadence cadence, const Take& take) {
    each_week(cadence, take);
    cadence.also.clear();
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
void each_endless(const Take& take) {
    for (const auto since : beginnings)
        for (const int interval : {1, 2, 5}) each_of_one_interval({.interval = interval, .since = since}, take);
}

// Each without an end, after some times, on one of its days, and on a day between two of them.
template <class Take>
void each_cadence(const Take& take) {
    each_endless([&](Cadence cadence) {
        take(cadence);
        const auto first = *base::first_day(cadence);
        for (const int count : {1, 7}) {
            cadence.count = count;
            take(cadence);
        }
        cadence.count.reset();
        for (const int days : {0, 13, 400}) {
            cadence.until = base::add_days(first, days);
            take(cadence);
        }
    });
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
    EXPECT_GT(compared, 25'000);
}

TEST(Rule, what_was_written_is_read_as_a_cadence_of_the_same_days) {
    each_cadence([&](const Cadence& cadence) {
        const auto ours = base::days_of(cadence, cadence.since, last_of(cadence));
        const auto read = taken(rule_text(cadence), ours.front());
        ASSERT_TRUE(read) << told(cadence);
        ASSERT_EQ(base::days_of(*read, read->since, last_of(cadence)), ours) << told(cadence);
    });
}

// Every year of it from May to September, beside the same of all its days by libical.
static void expect_windows(const Cadence& cadence) {
    const auto all = by_libical(rule_text(cadence), *base::first_day(cadence), last_of(cadence));
    EXPECT_EQ(all.size(), 300u);
    for (int years_on = 0; years_on < years; ++years_on) {
        const Date from{2026 + years_on, 5, 14};
        const Date to{2026 + years_on, 9, 2};
        Days inside;
        std::ranges::copy_if(all, std::back_inserter(inside), [&](Date day) { return day >= from && day <= to; });
        EXPECT_EQ(base::days_of(cadence, from, to), inside) << told(cadence);
    }
}

TEST(Rule, a_window_into_ten_years_shows_what_libical_counts_in_it_wherever_it_lies) {
    for (const int interval : {1, 3})
        for (const auto& also : more_weekdays)
            expect_windows({.interval = interval, .weekday = Weekday::tuesday, .also = also, .since = {2026, 1, 1}, .count = 300});
}

TEST(Rule, a_rule_of_another_calendar_is_taken_with_all_its_days) {
    const Date first{2026, 1, 14};  // a Wednesday
    for (const std::string text :
         {"FREQ=WEEKLY", "RRULE:FREQ=WEEKLY;BYDAY=WE;WKST=SU", "FREQ=MONTHLY;BYDAY=2WE", "FREQ=MONTHLY", "FREQ=MONTHLY;BYDAY=WE;BYSETPOS=2",
          "FREQ=YEARLY", "FREQ=YEARLY;BYMONTH=1;BYDAY=2WE", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=14", "FREQ=WEEKLY;COUNT=10",
          "FREQ=WEEKLY;UNTIL=20261230", "FREQ=WEEKLY;BYDAY=MO,WE", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR,MO,WE;COUNT=12",
          "FREQ=WEEKLY;WKST=SU;INTERVAL=2;BYDAY=TU,TH", "FREQ=WEEKLY;INTERVAL=3;BYDAY=SU,WE;UNTIL=20280101",
          "FREQ=MONTHLY;BYDAY=-1FR;COUNT=5", "FREQ=YEARLY;COUNT=2",
          // begun on a day that is none of theirs: an interval counts from it all the same
          "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU;COUNT=3", "FREQ=YEARLY;INTERVAL=4;BYMONTH=1;BYDAY=1WE",
          "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=1"}) {
        const auto read = taken(text, first);
        ASSERT_TRUE(read) << text << ": " << refused(text, first);
        const auto plain = text.starts_with("RRULE:") ? text.substr(6) : text;
        const auto theirs = by_libical(plain, first, {2036, 1, 1});
        EXPECT_EQ(base::days_of(*read, first, {2036, 1, 1}), theirs) << text;
        EXPECT_EQ(read->since, theirs.front()) << text;
    }
}

TEST(Rule, what_ends_at_a_moment_ends_on_its_day_in_bangkok) {
    const auto until = [](const std::string& moment) { return taken("FREQ=WEEKLY;UNTIL=" + moment, {2026, 1, 14})->until; };
    EXPECT_EQ(until("20261230T165959Z"), (Date{2026, 12, 30})) << "a second before midnight";
    EXPECT_EQ(until("20261230T020000Z"), (Date{2026, 12, 30})) << "nine in the morning";
    EXPECT_EQ(until("20261229T233000Z"), (Date{2026, 12, 30})) << "half past six in the morning";
    EXPECT_EQ(until("20261230T233000"), (Date{2026, 12, 30})) << "by the clock of the place";
}

TEST(Rule, what_is_not_taken_is_refused_by_the_part_that_no_cadence_keeps) {
    const Date first{2026, 1, 14};
    const std::pair<const char*, const char*> rules[] = {
        {"", "rule_unreadable"},
        {"เสาร์หน้า", "rule_unreadable"},
        {"FREQ=WEEKLY;COUNT=3;UNTIL=20260301", "rule_unreadable"},
        {"FREQ=WEEKLY;UNTIL=20269999", "rule_unreadable"},
        {"FREQ=DAILY", "rule_not_kept FREQ=DAILY"},
        {"FREQ=HOURLY;COUNT=3", "rule_not_kept FREQ=HOURLY"},
        {"FREQ=WEEKLY;INTERVAL=61", "rule_not_kept INTERVAL"},
        {"FREQ=WEEKLY;COUNT=1001", "rule_not_kept COUNT"},
        {"FREQ=WEEKLY;BYDAY=MO,WE;BYSETPOS=1", "rule_not_kept BYSETPOS"},
        {"FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,WE;WKST=SU", "rule_not_kept WKST"},
        {"FREQ=WEEKLY;INTERVAL=2;BYDAY=SU;WKST=SU", "rule_not_kept WKST"},  // counted from a Wednesday
        {"FREQ=WEEKLY;BYHOUR=9", "rule_not_kept BYHOUR"},
        {"FREQ=MONTHLY;BYMONTHDAY=31", "rule_not_kept BYMONTHDAY"},
        {"FREQ=MONTHLY;BYMONTHDAY=1,15", "rule_not_kept BYMONTHDAY"},
        {"FREQ=MONTHLY;BYDAY=5WE", "rule_not_kept BYDAY"},
        {"FREQ=MONTHLY;BYDAY=WE", "rule_not_kept BYDAY"},
        {"FREQ=MONTHLY;BYDAY=MO,WE;BYSETPOS=1", "rule_not_kept BYDAY"},
        {"FREQ=MONTHLY;BYMONTH=1,7;BYMONTHDAY=1", "rule_not_kept BYMONTH"},
        {"FREQ=YEARLY;BYDAY=20MO", "rule_not_kept BYDAY"},
        {"FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=1", "rule_not_kept BYMONTH"},
        {"FREQ=YEARLY;BYYEARDAY=100", "rule_not_kept BYYEARDAY"},
        {"FREQ=WEEKLY;UNTIL=20260113", "rule_never_meets"},
        {"FREQ=WEEKLY;BYDAY=FR;UNTIL=20260115", "rule_never_meets"},
    };
    for (const auto& [text, why] : rules) EXPECT_EQ(refused(text, first), why) << text;
}

TEST(Rule, a_rule_is_written_as_calendars_expect_it) {
    EXPECT_EQ(rule_text({.weekday = Weekday::wednesday, .since = {2013, 5, 1}}), "FREQ=WEEKLY;BYDAY=WE");
    EXPECT_EQ(rule_text({.weekday = Weekday::wednesday,
                         .also = {Weekday::friday, Weekday::monday},
                         .since = {2026, 11, 23},
                         .until = Date{2027, 9, 30}}),
              "FREQ=WEEKLY;UNTIL=20270930;BYDAY=MO,WE,FR");
    EXPECT_EQ(rule_text({.interval = 2, .weekday = Weekday::friday, .since = {2026, 11, 23}, .count = 12}),
              "FREQ=WEEKLY;COUNT=12;INTERVAL=2;BYDAY=FR");
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
