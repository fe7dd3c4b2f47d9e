#include "backup/retention.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

base::Instant at(base::Date date, int hour) {
    return base::at_bangkok(date, {hour * 60});
}

std::vector<std::string> daily(base::Date from, int days) {
    std::vector<std::string> names;
    names.reserve(static_cast<std::size_t>(days));
    for (int day = 0; day < days; ++day) names.push_back(backup::archive_name(at(base::add_days(from, day), 2)));
    return names;
}

TEST(Retention, a_name_tells_when_it_was_made_and_no_other_name_does) {
    EXPECT_EQ(backup::archive_name(at({2026, 11, 21}, 2)), "lomwong-2026-11-21-0200.tar.zst");
    EXPECT_EQ(backup::made_at("lomwong-2026-11-21-0200.tar.zst"), at({2026, 11, 21}, 2));
    for (const char* other : {"lomwong-2026-13-21-0200.tar.zst", "lomwong-2026-11-21-2500.tar.zst", "lomwong-before-the-move.tar.zst",
                              ".lomwong-2026-11-21-0200.tar.zst.coming", "lomwong-2026-11-21x0200.tar.zst", ""})
        EXPECT_EQ(backup::made_at(other), std::nullopt) << other;
}

TEST(Retention, after_two_years_there_are_seven_days_four_weeks_and_twelve_months) {
    const auto names = daily({2024, 11, 22}, 730);
    const auto outlived = backup::list_outlived(names, {});
    std::vector<std::string> kept;
    for (const auto& name : names)
        if (std::ranges::find(outlived, name) == outlived.end()) kept.push_back(name);
    EXPECT_EQ(kept.size(), 7U + 2U + 11U) << "the newest of the days is that of its week and month, too";
    EXPECT_EQ(kept.back(), names.back());
    EXPECT_EQ(kept.front(), "lomwong-2025-12-31-0200.tar.zst");
}

TEST(Retention, pruned_each_day_keeps_the_same_as_pruned_once) {
    std::vector<std::string> all;
    std::vector<std::string> standing;
    for (const auto& name : daily({2025, 1, 1}, 400)) {
        all.push_back(name);
        standing.push_back(name);
        for (const auto& gone : backup::list_outlived(standing, {})) std::erase(standing, gone);
        EXPECT_LE(standing.size(), 23U);
    }
    for (const auto& gone : backup::list_outlived(all, {})) std::erase(all, gone);
    EXPECT_EQ(standing, all);
}

TEST(Retention, the_newest_stays_and_foreign_files_are_never_named) {
    const std::vector<std::string> names{"photos.zip", "lomwong-2026-11-21-0200.tar.zst", "lomwong-keep.tar.zst"};
    EXPECT_TRUE(backup::list_outlived(names, {.days = 0, .weeks = 0, .months = 0}).empty());
}

TEST(Retention, a_clock_that_ran_ahead_stops_no_later_back_up) {
    const auto today = at({2026, 11, 21}, 3);
    const std::vector<std::string> names{backup::archive_name(at({2026, 11, 20}, 2)), backup::archive_name(at({2027, 11, 21}, 2))};
    EXPECT_EQ(backup::newest_made(names, today), at({2026, 11, 20}, 2));
    EXPECT_TRUE(backup::is_due(today, backup::newest_made(names, today), 2));
    const auto after_an_hour_back = at({2026, 11, 20}, 1);
    EXPECT_FALSE(backup::is_due(after_an_hour_back, backup::newest_made(names, after_an_hour_back), 2)) << "not twice in a night";
    EXPECT_TRUE(backup::is_due(at({2028, 1, 1}, 3), backup::newest_made(names, at({2028, 1, 1}, 3)), 2)) << "nor one after a jump ahead";
}

TEST(Retention, one_is_due_each_night_and_one_that_was_missed_at_once) {
    const auto night = at({2026, 11, 21}, 2);
    EXPECT_TRUE(backup::is_due(night, std::nullopt, 2));
    EXPECT_FALSE(backup::is_due(at({2026, 11, 21}, 23), night, 2));
    EXPECT_FALSE(backup::is_due(at({2026, 11, 22}, 1), night, 2));
    EXPECT_TRUE(backup::is_due(at({2026, 11, 22}, 2), night, 2));
    EXPECT_TRUE(backup::is_due(at({2026, 11, 24}, 1), night, 2)) << "the machine was off";
}

}  // namespace
