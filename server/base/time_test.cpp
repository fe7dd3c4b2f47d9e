#include "base/time.hpp"

#include <gtest/gtest.h>

namespace {

using base::Date;
using base::Instant;

TEST(Time, a_date_that_the_calendar_does_not_have_is_not_valid) {
    EXPECT_TRUE((Date{2012, 2, 29}).valid());
    EXPECT_FALSE((Date{2013, 2, 29}).valid());
    EXPECT_FALSE((Date{2013, 13, 1}).valid());
    EXPECT_FALSE(Date{}.valid());
    EXPECT_FALSE(base::date_from_iso("2013-02-29"));
}

TEST(Time, iso_forms_come_back_as_they_went) {
    EXPECT_EQ(base::to_iso(*base::date_from_iso("2010-01-24")), "2010-01-24");
    EXPECT_EQ(base::to_iso(*base::time_from_iso("09:05")), "09:05");
    EXPECT_EQ(base::to_iso(*base::instant_from_iso("2010-01-24T02:03:04.567Z")), "2010-01-24T02:03:04.567Z");
    EXPECT_EQ(base::to_iso(*base::instant_from_iso("1969-12-31T23:59:59Z")), "1969-12-31T23:59:59.000Z");
}

TEST(Time, an_offset_is_taken_into_account) {
    EXPECT_EQ(base::instant_from_iso("2010-01-24T09:00:00+07:00"), base::instant_from_iso("2010-01-24T02:00:00Z"));
}

TEST(Time, what_is_not_iso_is_refused) {
    for (const auto* text : {"", "2010-1-24", "24/1/2553", "2010-01-24T", "2010-01-24x", "-010-01-24"})
        EXPECT_FALSE(base::date_from_iso(text)) << text;
    for (const auto* text : {"", "9:00", "24:00", "09:60", "09:00:00"}) EXPECT_FALSE(base::time_from_iso(text)) << text;
    for (const auto* text : {"2010-01-24T02:00", "2010-01-24 02:00:00Z", "2010-01-24T02:00:00.Z"})
        EXPECT_FALSE(base::instant_from_iso(text)) << text;
}

TEST(Time, bangkok_is_seven_hours_ahead_all_year) {
    const auto late = *base::instant_from_iso("2026-11-20T17:30:00Z");
    EXPECT_EQ(base::bangkok_date(late), (Date{2026, 11, 21}));
    EXPECT_EQ(base::bangkok_time(late).minutes, 30);
    EXPECT_EQ(base::at_bangkok({2026, 11, 21}, {30}), late);
    const Instant before_1970{-1};
    EXPECT_EQ(base::at_bangkok(base::bangkok_date(before_1970), base::bangkok_time(before_1970)).ms, -60'000);
}

TEST(Time, days_are_counted_across_leap_years) {
    EXPECT_EQ(base::add_days({2012, 2, 28}, 2), (Date{2012, 3, 1}));
    EXPECT_EQ(base::days_between({2012, 1, 1}, {2013, 1, 1}), 366);
    EXPECT_EQ(base::weekday({2013, 5, 1}), base::Weekday::wednesday);
}

}  // namespace
