#include "goals/view/standing.hpp"

#include <gtest/gtest.h>

#include "goals/view/words.hpp"

namespace goals {

namespace {

using base::Decimal;
using base::whole;

Traits towards(Direction direction, int decimals = 0) {
    Traits traits;
    traits.direction = direction;
    traits.decimals.value = decimals;
    return traits;
}

const Aim band{whole(20), whole(30)};

}  // namespace

TEST(Standing, zero_is_a_number_and_missing_is_none) {
    Figure figure;
    figure.expected = 1;
    EXPECT_EQ(found_in(figure), Found::missing);
    figure.value = whole(0);
    EXPECT_EQ(found_in(figure), Found::value);
    figure.value.reset();
    figure.hidden = true;
    EXPECT_EQ(found_in(figure), Found::hidden) << "a number that is not told";
}

TEST(Standing, not_asked_not_applicable_and_no_such_area_are_told_apart) {
    Figure figure;
    figure.expected = 0;
    EXPECT_EQ(found_in(figure), Found::no_area);
    figure.not_applicable = 2;
    EXPECT_EQ(found_in(figure), Found::not_applicable);
    figure.not_asked = 1;
    EXPECT_EQ(found_in(figure), Found::not_asked);
    figure.entered = Entered{State::not_applicable, {}};
    EXPECT_EQ(found_in(figure), Found::not_applicable);
    figure.entered.reset();
    figure.reported = 3;
    EXPECT_EQ(found_in(figure), Found::no_total);
}

TEST(Standing, which_way_is_better_is_the_indicators_to_say) {
    EXPECT_EQ(turn_of(towards(Direction::up), {}, whole(1), whole(2)), Turn::better);
    EXPECT_EQ(turn_of(towards(Direction::down), {}, whole(1), whole(2)), Turn::worse);
    EXPECT_EQ(turn_of(towards(Direction::band), {}, whole(1), whole(2)), Turn::unlike);
    EXPECT_EQ(turn_of(towards(Direction::band), band, whole(10), whole(18)), Turn::better);
    EXPECT_EQ(turn_of(towards(Direction::band), band, whole(25), whole(40)), Turn::worse);
    EXPECT_EQ(turn_of(towards(Direction::band), band, whole(22), whole(28)), Turn::same);
}

TEST(Standing, what_its_decimals_do_not_show_is_no_difference) {
    const Decimal little{whole(75).value + 400'000};
    EXPECT_EQ(turn_of(towards(Direction::up, 0), {}, whole(75), little), Turn::same);
    EXPECT_EQ(turn_of(towards(Direction::up, 1), {}, whole(75), little), Turn::better);
}

TEST(Standing, the_gap_is_what_is_still_to_go) {
    EXPECT_EQ(gap_to(towards(Direction::up), {whole(80), {}}, whole(75)), whole(5));
    EXPECT_EQ(gap_to(towards(Direction::up), {whole(80), {}}, whole(90)), whole(0));
    EXPECT_EQ(gap_to(towards(Direction::down), {whole(10), {}}, whole(12)), whole(2));
    EXPECT_EQ(gap_to(towards(Direction::band), band, whole(33)), whole(3));
}

TEST(Standing, the_middle_of_an_even_number_lies_between_two) {
    EXPECT_EQ(median_of({whole(9), whole(1), whole(2)}), whole(2));
    EXPECT_EQ(median_of({whole(4), whole(1), whole(2), whole(3)}), Decimal{2'500'000});
    EXPECT_EQ(median_of({}), std::nullopt);
}

TEST(Standing, nobody_is_best_where_all_are_the_same) {
    const std::vector<std::optional<Decimal>> values{whole(3), {}, whole(7), whole(5)};
    EXPECT_EQ(best_of(towards(Direction::up), {}, values), 2u);
    EXPECT_EQ(best_of(towards(Direction::down), {}, values), 0u);
    EXPECT_EQ(best_of(towards(Direction::band), {}, values), std::nullopt);
    EXPECT_EQ(best_of(towards(Direction::up), {}, {whole(3), whole(3)}), std::nullopt);
}

TEST(Words, numbers_have_their_commas_and_decimals) {
    EXPECT_EQ(number_in_words(whole(1'234'567), 0), "1,234,567");
    EXPECT_EQ(number_in_words(whole(-1'234), 2), "-1,234.00");
    EXPECT_EQ(number_in_words({899'995}, 2), "0.90");
    EXPECT_EQ(number_in_words(whole(100), 1), "100.0");
}

TEST(Words, coverage_never_says_all) {
    Figure figure;
    figure.reported = 7;
    EXPECT_EQ(coverage_in_words(figure, base::Language::th), "รายงานแล้ว 7 แห่ง");
    figure.expected = 9;
    EXPECT_EQ(coverage_in_words(figure, base::Language::th), "ข้อมูลจาก 7 จาก 9 แห่ง");
}

}  // namespace goals
