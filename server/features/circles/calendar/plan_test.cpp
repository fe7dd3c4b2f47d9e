#include "circles/calendar/plan.hpp"

#include <gtest/gtest.h>

namespace circles {

static SessionCard session(base::Date date, std::int64_t organiser, const std::string& place, std::optional<int> starts = {}) {
    SessionCard card;
    card.address = "/sessions/" + std::to_string(date.day) + place;
    card.organiser_id = {organiser};
    card.organiser = organiser == 1 ? "กองการศึกษา" : "แขวงทาง";
    card.date = date;
    card.place = place;
    if (starts) {
        card.starts = base::TimeOfDay{*starts};
        card.ends = base::TimeOfDay{*starts + 120};
    }
    return card;
}

TEST(CalendarPlan, a_year_has_four_quarters_from_the_month_with_which_it_begins) {
    const std::vector<SessionCard> sessions{session({2026, 10, 1}, 2, "ก"), session({2027, 9, 30}, 2, "ข"), session({2027, 1, 1}, 1, "ค")};
    const auto units = by_unit_and_quarter(sessions, {});
    ASSERT_EQ(units.size(), 2u);
    EXPECT_EQ(units[0].organiser, "กองการศึกษา");
    EXPECT_EQ(units[0].quarters[1].size(), 1u);
    EXPECT_EQ(units[1].quarters[0].size(), 1u);
    EXPECT_EQ(units[1].quarters[3].size(), 1u);
    EXPECT_EQ(by_unit_and_quarter(sessions, {.begins = 1})[1].quarters[3].size(), 1u)
        << "October is in the last quarter of a calendar year";
}

TEST(CalendarPlan, two_sessions_in_one_hall_at_one_time_clash) {
    const auto found = clashes({session({2026, 11, 25}, 1, "ศาลา", 540), session({2026, 11, 25}, 2, "ศาลา", 600)});
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].reason, ClashReason::place);
}

TEST(CalendarPlan, one_after_the_other_does_not_clash) {
    EXPECT_TRUE(clashes({session({2026, 11, 25}, 1, "ศาลา", 540), session({2026, 11, 25}, 2, "ศาลา", 660)}).empty());
}

TEST(CalendarPlan, a_session_without_hours_takes_its_whole_day) {
    const auto found = clashes({session({2026, 11, 25}, 1, "ศาลา", 540), session({2026, 11, 25}, 1, "วัด")});
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].reason, ClashReason::organiser);
}

TEST(CalendarPlan, what_was_called_off_is_in_nobodys_way) {
    auto cancelled = session({2026, 11, 25}, 1, "ศาลา", 540);
    cancelled.state = SessionState::cancelled;
    EXPECT_TRUE(clashes({cancelled, session({2026, 11, 25}, 2, "ศาลา", 540)}).empty());
}

}  // namespace circles
