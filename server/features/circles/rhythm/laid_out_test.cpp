#include "circles/rhythm/laid_out.hpp"

#include <gtest/gtest.h>

namespace circles {

namespace {

using base::Became;
using base::Date;

constexpr Date second{2026, 12, 2}, ninth{2026, 12, 9}, eleventh{2026, 12, 11}, sixteenth{2026, 12, 16};

SessionCard session(std::int64_t id, Date date, SessionState state = SessionState::planned) {
    SessionCard card;
    card.id = {id};
    card.date = date;
    card.state = state;
    return card;
}

const std::vector<base::MeetingDay> wednesdays{
    {second, second, Became::kept}, {ninth, ninth, Became::kept}, {sixteenth, Date{2026, 12, 17}, Became::shifted}};

}  // namespace

TEST(LaidOut, a_day_has_the_session_that_was_planned_for_it_and_another_awaits_one) {
    const auto days = lay_out(wednesdays, {session(1, ninth)}, {});
    ASSERT_EQ(days.size(), 3u);
    EXPECT_TRUE(awaits_a_plan(days[0]));
    EXPECT_EQ(days[1].session->id, SessionId{1});
    EXPECT_FALSE(awaits_a_plan(days[1]));
}

TEST(LaidOut, a_session_that_was_postponed_twice_stays_the_session_of_the_day_on_which_it_was_due) {
    const auto days =
        lay_out(wednesdays,
                {session(1, ninth, SessionState::postponed), session(2, Date{2026, 12, 10}, SessionState::postponed), session(3, eleventh)},
                {{{1}, {2}}, {{2}, {3}}});
    ASSERT_EQ(days.size(), 3u);
    EXPECT_EQ(days[1].due, ninth);
    EXPECT_EQ(days[1].on, eleventh);
    EXPECT_EQ(days[1].became, Became::postponed);
    EXPECT_EQ(days[1].session->id, SessionId{3});
}

TEST(LaidOut, what_was_called_off_or_has_no_new_day_yet_meets_on_none_and_awaits_no_plan) {
    const auto days = lay_out(wednesdays, {session(1, second, SessionState::cancelled), session(2, ninth, SessionState::postponed)}, {});
    EXPECT_EQ(days[0].became, Became::cancelled);
    EXPECT_EQ(days[1].became, Became::postponed);
    for (const auto& day : {days[0], days[1]}) {
        EXPECT_EQ(day.on, std::nullopt);
        EXPECT_FALSE(awaits_a_plan(day));
    }
}

TEST(LaidOut, a_session_stands_for_a_shifted_day_whether_it_was_planned_on_the_new_day_or_on_the_holiday) {
    EXPECT_EQ(lay_out(wednesdays, {session(1, Date{2026, 12, 17})}, {})[2].became, Became::shifted);
    const auto anyway = lay_out(wednesdays, {session(1, sixteenth)}, {});
    ASSERT_EQ(anyway.size(), 3u);
    EXPECT_EQ(anyway[2].became, Became::kept);
    EXPECT_EQ(anyway[2].on, sixteenth);
}

TEST(LaidOut, a_session_beside_the_rhythm_is_an_extra_day) {
    const auto days = lay_out(wednesdays, {session(1, eleventh, SessionState::held)}, {});
    ASSERT_EQ(days.size(), 4u);
    EXPECT_EQ(days[2].due, eleventh);
    EXPECT_EQ(days[2].became, Became::extra);
}

}  // namespace circles
