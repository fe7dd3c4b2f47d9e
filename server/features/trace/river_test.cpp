#include "trace/river.hpp"

#include <gtest/gtest.h>

namespace trace {

using records::RecordId;

static Link from_to(std::int64_t up, std::int64_t down) {
    Link link;
    link.id = {up * 100 + down};
    link.up_id = {up};
    link.down_id = {down};
    return link;
}

TEST(River, what_led_here_is_above_and_what_came_of_it_below) {
    const auto steps = steps_from({2}, {from_to(1, 2), from_to(2, 3), from_to(3, 4)});
    EXPECT_EQ(steps, (std::map<RecordId, int>{{{1}, -1}, {{2}, 0}, {{3}, 1}, {{4}, 2}}));
}

TEST(River, a_river_that_runs_in_a_circle_ends_where_it_began) {
    const auto steps = steps_from({1}, {from_to(1, 2), from_to(2, 3), from_to(3, 1)});
    EXPECT_EQ(steps.size(), 3u);
    EXPECT_EQ(steps.at({2}), 1);
}

TEST(River, without_a_start_two_springs_meet_below_both) {
    const auto steps = steps_from_springs({from_to(1, 3), from_to(2, 4), from_to(4, 3)});
    EXPECT_EQ(steps, (std::map<RecordId, int>{{{1}, 0}, {{2}, 0}, {{3}, 2}, {{4}, 1}}));
}

TEST(River, springs_that_feed_each_other_do_not_run_for_ever) {
    EXPECT_EQ(steps_from_springs({from_to(1, 2), from_to(2, 1)}).size(), 2u);
}

TEST(River, stones_lie_in_the_order_of_the_water_and_of_time) {
    std::vector<Stone> stones(3);
    stones[0].record = {1};
    stones[1].record = {2};
    stones[1].happened_on = {2026, 5, 2};
    stones[2].record = {3};
    stones[2].happened_on = {2026, 5, 1};
    put_in_order(stones, {{{1}, -1}, {{2}, 0}, {{3}, 0}});
    EXPECT_EQ(stones[0].record, RecordId{1});
    EXPECT_EQ(stones[1].record, RecordId{3});
}

}  // namespace trace
