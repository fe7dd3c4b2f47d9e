#include "base/meeting_days.hpp"

#include <gtest/gtest.h>

namespace base {

namespace {

using Days = std::vector<MeetingDay>;

const Cadence wednesdays{.weekday = Weekday::wednesday, .since = {2013, 5, 1}};
// 12 August 2026, Mother's Day, is a Wednesday.
const std::vector<Date> mothers_day{{2026, 8, 12}};

Days in_august(const Calendar& calendar) {
    return meeting_days(wednesdays, calendar, {2026, 8, 10}, {2026, 8, 20});
}

}  // namespace

TEST(MeetingDays, a_holiday_is_met_on_skipped_or_gone_around_as_the_circle_wants) {
    const MeetingDay after{{2026, 8, 19}, Date{2026, 8, 19}, Became::kept};
    EXPECT_EQ(in_august({mothers_day, OnHoliday::meet}), (Days{{{2026, 8, 12}, Date{2026, 8, 12}, Became::kept}, after}));
    EXPECT_EQ(in_august({mothers_day, OnHoliday::skip}), (Days{{{2026, 8, 12}, std::nullopt, Became::skipped}, after}));
    EXPECT_EQ(in_august({mothers_day, OnHoliday::next_working_day}), (Days{{{2026, 8, 12}, Date{2026, 8, 13}, Became::shifted}, after}));
    EXPECT_EQ(in_august({mothers_day, OnHoliday::previous_working_day}),
              (Days{{{2026, 8, 12}, Date{2026, 8, 11}, Became::shifted}, after}));
}

TEST(MeetingDays, a_shift_passes_weekends_and_the_holidays_behind_them) {
    const std::vector<Date> long_weekend{{2026, 4, 13}, {2026, 4, 14}, {2026, 4, 15}, {2026, 4, 16}, {2026, 4, 17}, {2026, 4, 20}};
    const auto songkran = meeting_days(wednesdays, {long_weekend, OnHoliday::next_working_day}, {2026, 4, 15}, {2026, 4, 15});
    EXPECT_EQ(songkran, (Days{{{2026, 4, 15}, Date{2026, 4, 21}, Became::shifted}}));
    const auto before = meeting_days(wednesdays, {long_weekend, OnHoliday::previous_working_day}, {2026, 4, 15}, {2026, 4, 15});
    EXPECT_EQ(before, (Days{{{2026, 4, 15}, Date{2026, 4, 10}, Became::shifted}}));
}

TEST(MeetingDays, a_circle_of_saturdays_meets_on_saturdays) {
    const Cadence saturdays{.weekday = Weekday::saturday, .since = {2026, 1, 1}};
    const auto days = meeting_days(saturdays, {mothers_day, OnHoliday::next_working_day}, {2026, 8, 8}, {2026, 8, 8});
    EXPECT_EQ(days, (Days{{{2026, 8, 8}, Date{2026, 8, 8}, Became::kept}}));
}

TEST(MeetingDays, what_people_settled_for_a_day_is_stronger_than_its_holiday) {
    const auto settled = [](Settled as, std::optional<Date> to = {}) {
        return in_august({mothers_day, OnHoliday::skip, {{{2026, 8, 12}, as, to}}}).front();
    };
    EXPECT_EQ(settled(Settled::cancelled), (MeetingDay{{2026, 8, 12}, std::nullopt, Became::cancelled}));
    EXPECT_EQ(settled(Settled::postponed), (MeetingDay{{2026, 8, 12}, std::nullopt, Became::postponed}));
    EXPECT_EQ(settled(Settled::postponed, Date{2026, 8, 14}), (MeetingDay{{2026, 8, 12}, Date{2026, 8, 14}, Became::postponed}));
    EXPECT_EQ(settled(Settled::extra), (MeetingDay{{2026, 8, 12}, Date{2026, 8, 12}, Became::extra}));
}

TEST(MeetingDays, an_extra_day_stands_among_the_others_in_its_place) {
    const auto days = in_august({{}, OnHoliday::skip, {{{2026, 8, 14}, Settled::extra}}});
    ASSERT_EQ(days.size(), 3u);
    EXPECT_EQ(days[1], (MeetingDay{{2026, 8, 14}, Date{2026, 8, 14}, Became::extra}));
}

TEST(MeetingDays, nothing_is_shifted_onto_a_day_that_is_taken) {
    const auto days = in_august({mothers_day, OnHoliday::next_working_day, {{{2026, 8, 13}, Settled::extra}}});
    EXPECT_EQ(days[0], (MeetingDay{{2026, 8, 12}, std::nullopt, Became::skipped}));
    EXPECT_EQ(days[1].became, Became::extra);
}

TEST(MeetingDays, where_every_day_is_a_holiday_nothing_meets) {
    std::vector<Date> always;
    for (int day = -60; day <= 60; ++day) always.push_back(add_days({2026, 8, 12}, day));
    EXPECT_EQ(in_august({always, OnHoliday::next_working_day}).front().became, Became::skipped);
}

}  // namespace base
