#include "goals/map/classes.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace goals {

namespace {

using base::Decimal;
using base::whole;
using Values = std::vector<std::optional<Decimal>>;

Traits percent(Direction direction = Direction::up) {
    Traits traits;
    traits.calculation = Calculation::ratio;
    traits.factor = {100};
    traits.direction = direction;
    traits.decimals = {1};
    return traits;
}
Values numbers(std::initializer_list<std::int64_t> list) {
    Values values;
    for (const auto number : list) values.push_back(whole(number));
    return values;
}
std::vector<std::int64_t> counts(const Classes& classes) {
    std::vector<std::int64_t> counts;
    counts.reserve(classes.list.size());
    for (const auto& one : classes.list) counts.push_back(one.areas);
    return counts;
}

}  // namespace

TEST(map_classes, hold_as_many_areas_each_as_can_be) {
    const auto classes = classes_of(percent(), {}, numbers({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}));
    EXPECT_EQ(classes.by, Classing::quantile);
    EXPECT_EQ(counts(classes), (std::vector<std::int64_t>{2, 2, 2, 2, 2}));
    EXPECT_EQ(classes.list[0].from, whole(1));
    EXPECT_EQ(classes.list[0].to, whole(2)) << "the numbers that are there, not bounds between them";
    EXPECT_EQ(classes.of.front(), 0);
    EXPECT_EQ(classes.of.back(), 4);
}

TEST(map_classes, equal_numbers_are_never_parted) {
    const auto classes = classes_of(percent(), {}, numbers({0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5}));
    EXPECT_EQ(classes.list.front().areas, 7);
    EXPECT_EQ(std::accumulate(classes.list.begin(), classes.list.end(), std::int64_t{},
                              [](auto sum, const auto& one) { return sum + one.areas; }),
              12);
    for (const auto& one : classes.list) EXPECT_GT(one.areas, 0) << "no class is empty";
}

TEST(map_classes, numbers_that_look_alike_are_of_one_class) {
    const Values values{Decimal{10'040'000}, Decimal{10'010'000}, whole(20)};
    const auto classes = classes_of(percent(), {}, values);
    EXPECT_EQ(classes.by, Classing::single);
    EXPECT_EQ(counts(classes), (std::vector<std::int64_t>{2, 1}));
    EXPECT_EQ(classes.list[0].from, whole(10));
}

TEST(map_classes, what_is_missing_is_of_no_class_and_zero_is_a_number) {
    const auto classes = classes_of(percent(), {}, Values{{}, whole(0), {}});
    EXPECT_EQ(classes.of, (std::vector<std::optional<std::int64_t>>{{}, 0, {}}));
    EXPECT_EQ(counts(classes), std::vector<std::int64_t>{1});
    EXPECT_TRUE(classes_of(percent(), {}, Values{{}, {}}).list.empty());
}

TEST(map_classes, follow_the_target_where_there_is_one) {
    const auto classes = classes_of(percent(), Aim{whole(80), {}}, numbers({10, 40, 59, 60, 79, 80, 100}));
    EXPECT_EQ(classes.by, Classing::target);
    EXPECT_EQ(counts(classes), (std::vector<std::int64_t>{1, 2, 1, 1, 2}));
    EXPECT_TRUE(classes.list.back().reaches);
    EXPECT_EQ(classes.list.back().from, whole(80));
    EXPECT_FALSE(classes.list.back().to);
}

TEST(map_classes, where_less_is_better_the_lowest_class_is_the_one_that_reaches) {
    const auto classes = classes_of(percent(Direction::down), Aim{whole(10), {}}, numbers({0, 10, 11, 25}));
    EXPECT_TRUE(classes.list.front().reaches);
    EXPECT_EQ(counts(classes), (std::vector<std::int64_t>{2, 1, 0, 0, 1})) << "the target itself reaches it";
    EXPECT_EQ(classes.list.front().to, whole(10));
    EXPECT_EQ(classes_of(percent(Direction::down), Aim{whole(0), {}}, numbers({0, 1, 2, 3, 4, 5})).by, Classing::quantile)
        << "there are no shares of nothing";
}

TEST(map_classes, of_scores_are_the_steps_of_their_scale) {
    auto traits = percent();
    traits.calculation = Calculation::score;
    const auto classes = classes_of(traits, {}, Values{whole(1), Decimal{1'940'000}, Decimal{1'960'000}, whole(5)});
    EXPECT_EQ(classes.by, Classing::score);
    EXPECT_EQ(counts(classes), (std::vector<std::int64_t>{2, 1, 0, 0, 1})) << "1.96 is shown as 2.0 and lies there";
}

}  // namespace goals
