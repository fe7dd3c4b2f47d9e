#include "goals/exceptions/exceptions.hpp"

#include <gtest/gtest.h>

#include "goals/exceptions/words.hpp"

namespace goals {

namespace {

using base::whole;

ExceptionLine line(Direction direction, std::int64_t value, const Aim& aim) {
    ExceptionLine line;
    line.traits.direction = direction;
    line.traits.calculation = Calculation::ratio;
    line.traits.factor = {100};
    line.period = "2025";
    line.value = whole(value);
    line.aim = aim;
    line.gap = gap_to(line.traits, aim, *line.value);
    line.reported = 9;
    line.expected = 9;
    line.reasons = reasons_of(line, Found::value);
    return line;
}

using Reasons = std::vector<ExceptionReason>;
const Aim eighty{whole(80), {}};
const Aim twenty_to_thirty{whole(20), whole(30)};

}  // namespace

TEST(Exceptions, are_off_target_whichever_way_is_better) {
    EXPECT_EQ(line(Direction::up, 60, eighty).reasons, Reasons{ExceptionReason::off_target});
    EXPECT_EQ(line(Direction::up, 90, eighty).reasons, Reasons{});
    EXPECT_EQ(line(Direction::down, 90, eighty).reasons, Reasons{ExceptionReason::off_target});
    EXPECT_EQ(line(Direction::down, 60, eighty).reasons, Reasons{});
    EXPECT_EQ(line(Direction::band, 15, twenty_to_thirty).reasons, Reasons{ExceptionReason::off_target});
    EXPECT_EQ(line(Direction::band, 45, twenty_to_thirty).reasons, Reasons{ExceptionReason::off_target});
    EXPECT_EQ(line(Direction::band, 25, twenty_to_thirty).reasons, Reasons{});
}

TEST(Exceptions, are_not_made_of_what_the_decimals_do_not_show) {
    auto little = line(Direction::up, 80, eighty);
    little.value = base::Decimal{whole(80).value - 400'000};
    little.gap = base::Decimal{400'000};
    EXPECT_EQ(reasons_of(little, Found::value), Reasons{});
    little.traits.decimals.value = 1;
    EXPECT_EQ(reasons_of(little, Found::value), Reasons{ExceptionReason::off_target});
}

TEST(Exceptions, got_worse_against_the_period_before) {
    auto known = line(Direction::up, 90, eighty);
    known.before = whole(95);
    EXPECT_EQ(reasons_of(known, Found::value), Reasons{ExceptionReason::worse});
    known.traits.direction = Direction::down;
    known.gap = whole(0);
    EXPECT_EQ(reasons_of(known, Found::value), Reasons{});
}

TEST(Exceptions, missing_is_no_zero_and_says_how_many_of_how_many) {
    ExceptionLine known;
    known.period = "2025";
    known.expected = 1;
    known.reasons = reasons_of(known, Found::missing);
    EXPECT_EQ(known.reasons, Reasons{ExceptionReason::missing});
    EXPECT_EQ(reasons_in_words(known, base::Language::th), "ยังไม่มีข้อมูล");
    known.value = whole(0);
    known.reported = 7;
    known.expected = 9;
    EXPECT_EQ(reasons_of(known, Found::value), Reasons{ExceptionReason::missing});
    EXPECT_EQ(reasons_in_words(known, base::Language::th), "รายงานแล้ว 7 จาก 9 แห่ง");
    known.expected.reset();
    EXPECT_EQ(reasons_of(known, Found::value), Reasons{}) << "what a place said of itself as a whole";
}

TEST(Exceptions, the_farthest_come_first_and_what_is_left_out_is_counted) {
    ExceptionList list;
    auto missing = line(Direction::up, 90, eighty);
    missing.reported = 3;
    missing.reasons = reasons_of(missing, Found::value);
    missing.code = "missing";
    list.lines = {missing, line(Direction::up, 70, eighty), line(Direction::up, 10, eighty), line(Direction::band, 60, twenty_to_thirty)};
    list.looked_at = 4;
    keep_farthest(list, 2);
    ASSERT_EQ(list.lines.size(), 2u);
    EXPECT_EQ(list.lines[0].value, whole(10));
    EXPECT_EQ(list.lines[1].value, whole(60)) << "twice what it should be at most";
    EXPECT_EQ(list.more, 2);
    EXPECT_EQ(list.counts.off_target, 3);
    EXPECT_EQ(list.counts.missing, 1);
    EXPECT_EQ(summary_in_words(list, base::Language::th), "ยังห่างเป้า 3 · รอข้อมูล 1");
    EXPECT_EQ(reasons_in_words(list.lines[0], base::Language::th), "ยังห่างเป้า ร้อยละ 70 (ตอนนี้ ร้อยละ 10 เป้า ร้อยละ 80)");
}

}  // namespace goals
