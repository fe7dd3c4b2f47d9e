#include "base/pace.hpp"

#include <gtest/gtest.h>

namespace {

using namespace std::chrono_literals;

constexpr base::Instant noon{1'700'000'000'000};

base::Instant later(base::Instant from, std::chrono::milliseconds by) {
    return {from.ms + by.count()};
}

// Somebody does it until they are asked to wait.
int times_until_told_to_wait(base::Pace& pace, std::uint64_t who, std::int64_t an_hour, base::Instant now) {
    int times = 0;
    while (pace.take(who, an_hour, now) == 0ms) ++times;
    return times;
}

}  // namespace

TEST(Pace, what_an_hour_allows_may_be_done_at_once_and_then_one_more_each_time_its_share_of_the_hour_has_passed) {
    base::Pace pace;
    EXPECT_EQ(times_until_told_to_wait(pace, 7, 60, noon), 60);
    EXPECT_EQ(pace.take(7, 60, noon), 60s);
    EXPECT_EQ(pace.take(7, 60, later(noon, 59s)), 1s);
    EXPECT_EQ(pace.take(7, 60, later(noon, 60s)), 0s);
    EXPECT_EQ(pace.take(7, 60, later(noon, 60s)), 60s);
    EXPECT_EQ(times_until_told_to_wait(pace, 7, 60, later(noon, 3h)), 60);
}

TEST(Pace, one_who_had_enough_touches_nobody_else) {
    base::Pace pace;
    EXPECT_EQ(times_until_told_to_wait(pace, 7, 5, noon), 5);
    EXPECT_EQ(times_until_told_to_wait(pace, 8, 5, noon), 5);
}

TEST(Pace, a_rule_that_changes_counts_from_then_on) {
    base::Pace pace;
    EXPECT_EQ(times_until_told_to_wait(pace, 7, 1, noon), 1);
    EXPECT_EQ(pace.take(7, 3600, noon), 1s);
}

TEST(Pace, a_clock_that_is_set_back_locks_nobody_out_for_longer_than_the_rule_does) {
    base::Pace pace;
    EXPECT_EQ(times_until_told_to_wait(pace, 7, 60, later(noon, 24h * 365)), 60);
    EXPECT_EQ(pace.take(7, 60, noon), 60s);
    EXPECT_EQ(pace.take(7, 60, later(noon, 60s)), 0s);
}

TEST(Pace, who_did_little_is_not_asked_to_wait_because_the_clock_was_set_back) {
    base::Pace pace;
    EXPECT_EQ(pace.take(7, 60, later(noon, 24h * 365)), 0s);
    EXPECT_EQ(times_until_told_to_wait(pace, 7, 60, noon), 59);
}

TEST(Pace, a_clock_that_jumps_ahead_forgives_and_what_was_counted_there_does_not_stay_after_it_was_set_right) {
    base::Pace pace(8);
    for (std::uint64_t who = 1; who <= 8; ++who) pace.take(who, 2, later(noon, 24h * 365));
    EXPECT_EQ(pace.remembered(noon), 8u);
    EXPECT_EQ(times_until_told_to_wait(pace, 1, 60, later(noon, 24h * 730)), 60);
    pace.take(2, 60, noon);
    EXPECT_EQ(pace.remembered(later(noon, 1h)), 0u);
}

TEST(Pace, a_clock_that_goes_to_and_fro_allows_no_more_than_an_hours_worth_for_each_hour_it_gained) {
    base::Pace pace;
    int times = 0;
    for (int swing = 0; swing < 100; ++swing) times += times_until_told_to_wait(pace, 7, 60, later(noon, swing % 2 == 0 ? 0s : 60s));
    EXPECT_EQ(times, 60 + 50) << "each swing of a minute pays for one";
}

TEST(Pace, a_flood_of_strangers_takes_no_more_memory_and_does_not_wash_away_who_had_enough) {
    base::Pace pace(1024);
    EXPECT_EQ(times_until_told_to_wait(pace, 7, 30, noon), 30);
    for (std::uint64_t stranger = 1000; stranger < 200'000; ++stranger) ASSERT_EQ(pace.take(stranger, 30, noon), 0s);
    EXPECT_LE(pace.remembered(noon), 1024u);
    EXPECT_EQ(pace.take(7, 30, noon), 120s);
}
