#include "base/decimal.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "base/json/json.hpp"

namespace base {

namespace {

std::string read_text(std::string_view text) {
    const auto read = read_decimal(text);
    if (const auto* fault = std::get_if<DecimalFault>(&read)) return std::string(name_of(*fault));
    const auto& found = std::get<ReadDecimal>(read);
    return to_text(found.number) + (found.is_rounded ? " rounded" : "") + (found.was_minus_zero ? " minus zero" : "");
}

}  // namespace

TEST(Decimal, numbers_are_read_as_offices_write_them) {
    EXPECT_EQ(read_text("12943"), "12943");
    EXPECT_EQ(read_text(" 1,234,567.50 "), "1234567.5");
    EXPECT_EQ(read_text("๑,๒๓๔.๕"), "1234.5");
    EXPECT_EQ(read_text("-0.25"), "-0.25");
    EXPECT_EQ(read_text("−3"), "-3");
    EXPECT_EQ(read_text("+7"), "7");
    EXPECT_EQ(read_text(".5"), "0.5");
    EXPECT_EQ(read_text("0"), "0");
}

TEST(Decimal, zero_is_a_number_and_minus_zero_is_told) {
    EXPECT_EQ(read_text("-0"), "0 minus zero");
    EXPECT_EQ(read_text("-0.0000001"), "0 rounded minus zero");
}

TEST(Decimal, a_comma_that_may_be_a_decimal_one_is_refused) {
    for (const auto* text : {"1,5", "1,23", "12,34,567", "1234,567", "1.234,56", "1,,234", ",5", "1,234,"})
        EXPECT_EQ(read_text(text), "unclear_comma") << text;
}

TEST(Decimal, what_is_no_number_is_refused_with_its_reason) {
    for (const auto* text : {"1e308", "12E5", "๑e5"}) EXPECT_EQ(read_text(text), "exponent") << text;
    for (const auto* text : {"inf", "nan", "ยี่สิบ", "85%", "1.2.3", "-", ".", "--1", "0x10", "e5"})
        EXPECT_EQ(read_text(text), "no_number") << text;
    for (const auto* text : {"", "  ", "\u00A0"}) EXPECT_EQ(read_text(text), "empty");
}

TEST(Decimal, a_million_millions_is_the_most) {
    EXPECT_EQ(read_text("1,000,000,000,000"), "1000000000000");
    EXPECT_EQ(read_text("-1000000000000"), "-1000000000000");
    EXPECT_EQ(read_text("1000000000000.000001"), "too_large");
    EXPECT_EQ(read_text("99999999999999999999999999"), "too_large");
}

TEST(Decimal, the_seventh_decimal_rounds_half_away_from_zero) {
    EXPECT_EQ(read_text("0.1234565"), "0.123457 rounded");
    EXPECT_EQ(read_text("-0.1234565"), "-0.123457 rounded");
    EXPECT_EQ(read_text("0.12345649"), "0.123456 rounded");
    EXPECT_EQ(read_text("0.1234560"), "0.123456");
}

TEST(Decimal, what_was_written_reads_as_the_same_number) {
    EXPECT_TRUE(rc::check([] {
        const Decimal number{*rc::gen::inRange<std::int64_t>(-Decimal::most * Decimal::one, Decimal::most * Decimal::one)};
        const auto read = read_decimal(to_text(number));
        RC_ASSERT(std::get<ReadDecimal>(read).number == number);
    }));
    EXPECT_EQ(to_text({INT64_MIN}), "-9223372036854.775808");
}

TEST(Decimal, a_sum_that_does_not_fit_is_nothing_and_never_wraps) {
    EXPECT_EQ(sum(whole(2), {500'000}), (Decimal{2'500'000}));
    EXPECT_EQ(sum({INT64_MAX}, {1}), std::nullopt);
    EXPECT_EQ(sum({INT64_MIN}, {-1}), std::nullopt);
}

TEST(Decimal, a_ratio_is_exact_to_its_last_digit) {
    EXPECT_EQ(to_text(*ratio(whole(100), whole(1), whole(3))), "33.333333");
    EXPECT_EQ(to_text(*ratio(whole(100), whole(2), whole(3))), "66.666667");
    EXPECT_EQ(to_text(*ratio(whole(100), whole(-2), whole(3))), "-66.666667");
    EXPECT_EQ(to_text(*ratio(whole(100), whole(899'080), whole(899'118))), "99.995774");
    EXPECT_EQ(ratio(whole(100), whole(5), {}), std::nullopt);
    EXPECT_EQ(ratio(whole(Decimal::most), whole(Decimal::most), {1}), std::nullopt);
}

TEST(Decimal, rounding_for_show_goes_half_away_from_zero) {
    EXPECT_EQ(to_text(rounded({99'995'774}, 2)), "100");
    EXPECT_EQ(to_text(rounded({12'345'000}, 2)), "12.35");
    EXPECT_EQ(to_text(rounded({-12'345'000}, 2)), "-12.35");
    EXPECT_EQ(to_text(rounded({12'500'000}, 0)), "13");
}

TEST(Decimal, json_carries_all_digits) {
    EXPECT_EQ(json::write(Decimal{66'188'503'000'001}), "66188503.000001");
    const auto read = [](std::string_view text) {
        json::Errors errors;
        const auto number = json::read<Decimal>(text, errors);
        return errors.empty() ? to_text(number) : errors.list().front().code;
    };
    EXPECT_EQ(read("12.5"), "12.5");
    EXPECT_EQ(read("-7"), "-7");
    EXPECT_EQ(read("1e308"), "not_number");
    EXPECT_EQ(read("-9223372036854775808"), "not_number");
}

}  // namespace base
