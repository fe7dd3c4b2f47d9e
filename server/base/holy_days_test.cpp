#include "base/holy_days.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>

namespace base {

// Announced for the years 2568 to 2570; a day of one second eighth month among them (2569), and a day more in 2568.
static const std::vector<Date> asalha{{2024, 7, 20}, {2025, 7, 10}, {2026, 7, 29}};

static bool is_holy(Date date) {
    const auto known = holy_days(asalha).days;
    return std::ranges::find(known, date) != known.end();
}

TEST(HolyDays, the_other_great_days_that_were_announced_are_among_them) {
    for (const Date day : {Date{2025, 2, 12}, {2025, 5, 11}, {2026, 3, 3}, {2026, 5, 31}}) EXPECT_TRUE(is_holy(day)) << to_iso(day);
    EXPECT_TRUE(is_holy({2025, 11, 5})) << "Loi Krathong, full moon of the twelfth month";
    EXPECT_FALSE(is_holy({2025, 11, 6}));
}

TEST(HolyDays, they_are_six_to_eight_days_apart_also_over_the_year_with_one_more_month) {
    const auto days = holy_days(asalha).days;
    for (std::size_t i = 1; i < days.size(); ++i) {
        const int apart = days_between(days[i - 1], days[i]);
        EXPECT_TRUE(apart >= 6 && apart <= 8) << to_iso(days[i]) << " comes " << apart << " days after the one before";
    }
}

TEST(HolyDays, after_the_last_announced_year_they_end_before_the_month_that_nobody_knows_yet) {
    EXPECT_EQ(holy_days(asalha).known_until, (Date{2027, 6, 27}));
    EXPECT_FALSE(holy_days({}).known_until);
}

TEST(HolyDays, a_year_of_a_length_that_no_calendar_has_ends_where_it_is_certain) {
    const auto known = holy_days({{2025, 7, 10}, {2026, 7, 20}});
    const Date last{2026, 6, 8};  // the 22nd of the seventh month, whose length contradicts itself
    const auto next = std::ranges::upper_bound(known.days, last);
    ASSERT_NE(next, known.days.begin());
    EXPECT_EQ(*std::prev(next), last);
    ASSERT_NE(next, known.days.end());
    EXPECT_EQ(*next, (Date{2026, 7, 13}));
}

}  // namespace base
