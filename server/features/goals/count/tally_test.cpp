#include "goals/count/tally.hpp"

#include <gtest/gtest.h>

namespace goals {

static std::string text(const std::optional<base::Decimal>& number) {
    return number ? base::to_text(*number) : "none";
}

TEST(Tally, tells_the_mean_and_how_far_hands_lie_apart) {
    const auto told = tally({2, 5, 14, 27, 12});
    EXPECT_EQ(told.hands, 60);
    EXPECT_EQ(told.sum, 222);
    EXPECT_EQ(text(told.mean), "3.7");
    EXPECT_EQ(text(told.spread), "0.988264") << "sqrt(0.97666…) = 0.98826…";
    EXPECT_EQ(text(tally({0, 0, 7, 0, 0}).spread), "0") << "all of one mind";
    EXPECT_EQ(text(tally({3, 0, 0, 0, 3}).spread), "2") << "as far apart as can be";
    EXPECT_EQ(text(tally({1, 1, 1, 0, 0}).mean), "2");
    EXPECT_EQ(text(tally({1, 0, 0, 1, 1}).mean), "3.333333");
    EXPECT_EQ(text(tally({0, 1, 0, 2, 0}).spread), "0.942809") << "sqrt(8)/3 = 0.9428090…";
}

TEST(Tally, is_exact_for_as_many_hands_as_a_country_has) {
    constexpr std::int64_t many = 35'000'000;
    EXPECT_EQ(text(tally({many, 0, 0, 0, many}).spread), "2");
    EXPECT_EQ(text(tally({many, 0, 0, 0, many}).mean), "3");
}

TEST(Tally, where_nobody_raised_a_hand_has_no_mean) {
    const auto told = tally({});
    EXPECT_EQ(told.hands, 0);
    EXPECT_FALSE(told.mean || told.spread);
}

TEST(Tally, tells_groups_apart_but_in_secret_no_group_in_which_neighbours_could_be_known) {
    const std::vector<std::string> names{"หญิง", "ชาย"};
    const std::vector<Hands> hands{Hands{0, 0, 10, 10, 10}, Hands{0, 3, 0, 0, 0}};
    EXPECT_EQ(group_tallies(Way::hands, names, hands).at(1).tally.hands, 3) << "everybody saw them";
    EXPECT_TRUE(group_tallies(Way::slips, names, hands).empty()) << "the other group and the total would tell";
    EXPECT_EQ(group_tallies(Way::slips, names, {hands[0], Hands{0, 3, 2, 0, 0}}).size(), 2u);
    EXPECT_EQ(group_tallies(Way::slips, names, {hands[0], Hands{}}).size(), 2u) << "who is not there cannot be known";
}

TEST(Tally, what_is_delicate_is_asked_in_secret) {
    EXPECT_TRUE(is_secret(usual_way(true)));
    EXPECT_FALSE(is_secret(usual_way(false)));
}

}  // namespace goals
