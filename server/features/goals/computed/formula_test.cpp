#include "goals/computed/formula.hpp"

#include <gtest/gtest.h>

#include "base/enum_names.hpp"
#include "goals/computed/composite.hpp"

namespace goals {

namespace {

std::string value(std::string_view text) {
    const auto read = read_formula(text);
    if (const auto* wrong = std::get_if<WrongFormula>(&read))
        return std::string(base::name_of(wrong->fault)) + " at " + std::to_string(wrong->at);
    const auto result = std::get<Formula>(read).value([](const std::string& code) -> std::optional<base::Decimal> {
        if (code == "born") return base::whole(9);
        if (code == "คน") return base::whole(1'200);
        if (code == "none") return base::Decimal{};
        return {};
    });
    return result ? base::to_text(*result) : "none";
}

Member member(std::string code, int weight, int worst, int best) {
    return {{std::move(code)}, base::whole(weight), base::whole(worst), base::whole(best)};
}

std::string points(const Composite& composite, const std::vector<std::optional<base::Decimal>>& values) {
    const auto result = value_of(composite, values);
    return result ? base::to_text(*result) : "none";
}

}  // namespace

TEST(Formula, an_indicator_is_computed_from_others_as_one_writes_it) {
    EXPECT_EQ(value("[born] / [คน] * 1000"), "7.5");
    EXPECT_EQ(value("2 + 3 * (4 - 1.5)"), "9.5");
    EXPECT_EQ(value("10 - 3 - 2"), "5");
    EXPECT_EQ(value("-[born] + ๑๐"), "1");
    EXPECT_EQ(value("8 / 4 / 2"), "1");
}

TEST(Formula, only_the_end_is_rounded) {
    EXPECT_EQ(value("1 / 3 * 3"), "1");
    EXPECT_EQ(value("1 / 7 + 6 / 7"), "1");
    EXPECT_EQ(value("2 / 3"), "0.666667");
    EXPECT_EQ(value("-2 / 3"), "-0.666667");
    EXPECT_EQ(value("0.000001 * 0.000001 * 1000000"), "0.000001");
}

TEST(Formula, nothing_comes_of_a_missing_number_a_division_by_zero_or_what_does_not_fit) {
    EXPECT_EQ(value("[born] + [lost]"), "none");
    EXPECT_EQ(value("[born] / [none]"), "none");
    EXPECT_EQ(value("1000000000000 * 1000000000000 * 1000000000000 * 1000000000000"), "none");
    EXPECT_EQ(value("1000000000000 * 1000000000000"), "none");
}

TEST(Formula, what_is_wrong_is_named_with_its_place) {
    EXPECT_EQ(value("  "), "empty at 1");
    EXPECT_EQ(value("[born] +"), "unexpected at 9");
    EXPECT_EQ(value("[born] [คน]"), "unexpected at 8");
    EXPECT_EQ(value("(1 + 2"), "unclosed at 7");
    EXPECT_EQ(value("[คน"), "unclosed at 1");
    EXPECT_EQ(value("1 + [a b]"), "not_a_code at 5");
    EXPECT_EQ(value("[คน] * 1.2.3"), "not_number at 8");
    EXPECT_EQ(value("1 % 2"), "unexpected at 3");
    EXPECT_EQ(value(std::string(60, '(') + "1"), "too_deep at 51");
}

TEST(Composite, members_become_points_and_weigh_as_much_as_they_were_given) {
    const Composite composite{{member("a", 1, 0, 10), member("b", 3, 50, 0)}, {}};
    EXPECT_EQ(points(composite, {base::whole(5), base::whole(0)}), "87.5");
    EXPECT_EQ(points(composite, {base::whole(99), base::whole(60)}), "25");
}

TEST(Composite, a_member_that_is_missing_leaves_the_others_their_weights_and_without_any_there_is_nothing) {
    const Composite composite{{member("a", 1, 0, 10), member("b", 3, 0, 10)}, {}};
    EXPECT_EQ(points(composite, {base::whole(4), {}}), "40");
    EXPECT_EQ(points(composite, {{}, {}}), "none");
}

TEST(Composite, points_may_be_told_as_steps) {
    const Composite composite{{member("a", 1, 0, 100)}, {base::whole(20), base::whole(40), base::whole(60), base::whole(80)}};
    EXPECT_EQ(points(composite, {base::whole(19)}), "1");
    EXPECT_EQ(points(composite, {base::whole(20)}), "2");
    EXPECT_EQ(points(composite, {base::whole(100)}), "5");
}

}  // namespace goals
