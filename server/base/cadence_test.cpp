#include "base/cadence.hpp"

#include <gtest/gtest.h>

namespace base {

using Days = std::vector<Date>;

TEST(Cadence, every_wednesday_since_may_2556_falls_on_the_wednesdays_of_a_month) {
    const Cadence wednesdays{.weekday = Weekday::wednesday, .since = {2013, 5, 1}};
    EXPECT_EQ(days_of(wednesdays, {2026, 11, 1}, {2026, 11, 30}), (Days{{2026, 11, 4}, {2026, 11, 11}, {2026, 11, 18}, {2026, 11, 25}}));
}

TEST(Cadence, every_other_week_counts_from_its_first_meeting_not_from_the_window) {
    const Cadence fortnightly{.interval = 2, .weekday = Weekday::monday, .since = {2026, 1, 1}};
    EXPECT_EQ(days_of(fortnightly, {2026, 1, 1}, {2026, 2, 5}), (Days{{2026, 1, 5}, {2026, 1, 19}, {2026, 2, 2}}));
    EXPECT_EQ(days_of(fortnightly, {2026, 1, 6}, {2026, 2, 5}), (Days{{2026, 1, 19}, {2026, 2, 2}}));
}

TEST(Cadence, the_31st_of_a_short_month_is_its_last_day) {
    const Cadence monthly{.every = Every::month_day, .day = 31, .since = {2026, 1, 1}};
    EXPECT_EQ(days_of(monthly, {2026, 1, 1}, {2026, 4, 30}), (Days{{2026, 1, 31}, {2026, 2, 28}, {2026, 3, 31}, {2026, 4, 30}}));
}

TEST(Cadence, the_second_and_the_last_friday_of_a_month_are_found) {
    Cadence fridays{.every = Every::month_weekday, .weekday = Weekday::friday, .nth = 2, .since = {2026, 1, 1}};
    EXPECT_EQ(days_of(fridays, {2026, 1, 1}, {2026, 2, 28}), (Days{{2026, 1, 9}, {2026, 2, 13}}));
    fridays.nth = 5;
    EXPECT_EQ(days_of(fridays, {2026, 1, 1}, {2026, 2, 28}), (Days{{2026, 1, 30}, {2026, 2, 27}}));
}

TEST(Cadence, a_quarterly_heads_meeting_crosses_the_new_year) {
    const Cadence quarterly{.every = Every::month_day, .interval = 3, .day = 15, .since = {2025, 10, 1}};
    EXPECT_EQ(days_of(quarterly, {2025, 10, 1}, {2026, 9, 30}), (Days{{2025, 10, 15}, {2026, 1, 15}, {2026, 4, 15}, {2026, 7, 15}}));
}

TEST(Cadence, the_second_month_of_each_quarter_has_its_first_wednesday) {
    const Cadence quarterly{
        .every = Every::month_weekday, .weekday = Weekday::wednesday, .cycle = Cycle::quarter, .month = 2, .since = {2026, 6, 1}};
    EXPECT_EQ(days_of(quarterly, {2026, 6, 1}, {2027, 5, 31}), (Days{{2026, 8, 5}, {2026, 11, 4}, {2027, 2, 3}, {2027, 5, 5}}));
}

TEST(Cadence, the_second_month_of_a_fiscal_year_is_november_and_of_a_calendar_year_february) {
    Cadence yearly{.every = Every::month_day, .day = 15, .cycle = Cycle::year, .month = 2, .year_begins = 10, .since = {2026, 1, 1}};
    EXPECT_EQ(days_of(yearly, {2026, 1, 1}, {2028, 1, 1}), (Days{{2026, 11, 15}, {2027, 11, 15}}));
    yearly.year_begins = 1;
    EXPECT_EQ(days_of(yearly, {2026, 1, 1}, {2028, 1, 1}), (Days{{2026, 2, 15}, {2027, 2, 15}}));
}

TEST(Cadence, every_other_year_counts_from_its_first_one_wherever_one_looks) {
    const Cadence yearly{.every = Every::month_day, .interval = 2, .day = 1, .cycle = Cycle::year, .month = 7, .since = {2020, 8, 1}};
    EXPECT_EQ(days_of(yearly, {2020, 1, 1}, {2026, 1, 1}), (Days{{2021, 7, 1}, {2023, 7, 1}, {2025, 7, 1}}));
    EXPECT_EQ(days_of(yearly, {2024, 1, 1}, {2026, 1, 1}), (Days{{2025, 7, 1}}));
}

TEST(Cadence, several_weekdays_of_every_other_week_are_those_of_the_week_in_which_it_began) {
    // Since a Wednesday: Monday of that week is over, and the next counts after two weeks.
    const Cadence cadence{.interval = 2, .weekday = Weekday::monday, .also = {Weekday::friday, Weekday::wednesday}, .since = {2026, 1, 14}};
    EXPECT_EQ(days_of(cadence, {2026, 1, 1}, {2026, 1, 31}),
              (Days{{2026, 1, 14}, {2026, 1, 16}, {2026, 1, 26}, {2026, 1, 28}, {2026, 1, 30}}));
    EXPECT_EQ(days_of(cadence, {2026, 1, 27}, {2026, 1, 29}), (Days{{2026, 1, 28}}));
    EXPECT_EQ(weekdays_of(cadence), (std::vector{Weekday::monday, Weekday::wednesday, Weekday::friday}));
}

TEST(Cadence, a_sunday_ends_the_week_that_its_monday_begins) {
    const Cadence cadence{.interval = 2, .weekday = Weekday::sunday, .also = {Weekday::monday}, .since = {2026, 1, 18}};
    EXPECT_EQ(days_of(cadence, {2026, 1, 1}, {2026, 2, 15}),
              (Days{{2026, 1, 18}, {2026, 1, 26}, {2026, 2, 1}, {2026, 2, 9}, {2026, 2, 15}}));
}

TEST(Cadence, what_ends_on_a_day_meets_on_it_and_not_after_it) {
    const Cadence weekly{.weekday = Weekday::wednesday, .since = {2026, 1, 14}, .until = Date{2026, 1, 28}};
    EXPECT_EQ(days_of(weekly, {2026, 1, 1}, {2026, 12, 31}), (Days{{2026, 1, 14}, {2026, 1, 21}, {2026, 1, 28}}));
    EXPECT_TRUE(days_of(weekly, {2026, 1, 29}, {2026, 12, 31}).empty());
}

TEST(Cadence, what_ends_after_so_many_times_counts_them_from_the_first_wherever_one_looks) {
    const Cadence monthly{.every = Every::month_day, .day = 31, .since = {2026, 1, 5}, .count = 3};
    EXPECT_EQ(days_of(monthly, {2026, 1, 1}, {2027, 1, 1}), (Days{{2026, 1, 31}, {2026, 2, 28}, {2026, 3, 31}}));
    EXPECT_EQ(days_of(monthly, {2026, 3, 1}, {2027, 1, 1}), (Days{{2026, 3, 31}}));
    EXPECT_TRUE(days_of(monthly, {2026, 4, 1}, {2027, 1, 1}).empty());
}

TEST(Cadence, what_ends_before_it_has_met_has_no_first_day) {
    Cadence weekly{.weekday = Weekday::friday, .since = {2026, 1, 14}, .until = Date{2026, 1, 15}};
    EXPECT_EQ(first_day(weekly), std::nullopt);
    weekly.until = Date{2026, 1, 16};
    EXPECT_EQ(first_day(weekly), (Date{2026, 1, 16}));
}

TEST(Cadence, nothing_meets_before_it_began) {
    const Cadence weekly{.weekday = Weekday::sunday, .since = {2026, 5, 1}};
    EXPECT_TRUE(days_of(weekly, {2026, 1, 1}, {2026, 4, 30}).empty());
    const Cadence monthly{.every = Every::month_day, .day = 3, .since = {2026, 5, 10}};
    EXPECT_EQ(days_of(monthly, {2026, 1, 1}, {2026, 6, 30}), (Days{{2026, 6, 3}}));
}

}  // namespace base
