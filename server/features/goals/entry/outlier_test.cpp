#include "goals/entry/outlier.hpp"

#include <gtest/gtest.h>

namespace goals {

TEST(Outlier, the_median_of_an_even_number_lies_between_the_two_in_the_middle) {
    EXPECT_DOUBLE_EQ(median({5}), 5);
    EXPECT_DOUBLE_EQ(median({9, 1, 5}), 5);
    EXPECT_DOUBLE_EQ(median({4, 1, 3, 2}), 2.5);
}

TEST(Outlier, a_modified_z_score_is_that_of_the_textbook) {
    // median 3, absolute deviations 2 1 0 1 2: their median is 1
    const std::vector<double> others{1, 2, 3, 4, 5};
    EXPECT_NEAR(modified_z_score(13, others), 6.745, 1e-9);
    EXPECT_NEAR(modified_z_score(-7, others), -6.745, 1e-9);
}

TEST(Outlier, one_other_odd_number_does_not_hide_the_next) {
    const std::vector<double> others{10, 11, 9, 10, 12, 10, 11, 9, 1000, 10};
    EXPECT_LT(z_score(300, others), 3);
    EXPECT_GT(modified_z_score(300, others), 3.5);
}

TEST(Outlier, where_most_others_are_alike_their_mean_deviation_is_the_measure) {
    const std::vector<double> others{7, 7, 7, 7, 8};
    EXPECT_NEAR(modified_z_score(9, others), 2 / (1.253314 * 0.2), 1e-9);
}

TEST(Outlier, too_few_others_say_nothing) {
    const std::vector<double> two{1, 2};
    EXPECT_DOUBLE_EQ(modified_z_score(1000, two), 0);
    EXPECT_DOUBLE_EQ(z_score(1000, two), 0);
    EXPECT_DOUBLE_EQ(widths_outside(1000, two), 0);
    EXPECT_TRUE(doubts_of(1000, two, {}).empty());
}

TEST(Outlier, a_number_that_typing_made_ten_times_as_large_is_asked_about_with_its_reason) {
    const std::vector<double> before{118, 120, 121};
    const std::vector<double> beside{95, 130, 110, 102, 88, 125, 140, 99};
    const auto doubts = doubts_of(1200, before, beside);
    ASSERT_EQ(doubts.size(), 2u);
    EXPECT_EQ(doubts[0].against, DoubtAgainst::history);
    EXPECT_EQ(doubts[0].reason, DoubtReason::range);
    EXPECT_EQ(doubts[1].against, DoubtAgainst::siblings);
    EXPECT_EQ(doubts[1].reason, DoubtReason::modified_z);
    EXPECT_EQ(doubts[1].among, 8);
    EXPECT_TRUE(doubts_of(122, before, beside).empty());
}

TEST(Outlier, a_share_somewhat_above_others_that_are_much_alike_is_not_asked_about) {
    const std::vector<double> beside{82, 70.7, 71.4, 72.7, 66, 72.7};
    EXPECT_GT(modified_z_score(86.4, beside), 3.5);
    EXPECT_TRUE(doubts_of(86.4, {}, beside).empty());
    EXPECT_FALSE(doubts_of(8.64, {}, beside).empty());
}

TEST(Outlier, zero_among_numbers_is_odd_and_zero_among_zeros_is_not) {
    const std::vector<double> zeros{0, 0, 0, 0, 0, 0};
    EXPECT_TRUE(doubts_of(0, zeros, zeros).empty());
    EXPECT_TRUE(doubts_of(1, zeros, zeros).empty());
    EXPECT_FALSE(doubts_of(2, zeros, zeros).empty());
    EXPECT_FALSE(doubts_of(0, std::vector<double>{100, 101, 102}, {}).empty());
}

}  // namespace goals
