#include "goals/table/value_reader.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

#include "base/locale.hpp"

namespace goals {

namespace {

constexpr base::AreaId tha_sak{6'800'121'000};

Indicator indicator(std::int64_t id, Calculation calculation, Unit unit = Unit::person) {
    Indicator made;
    made.id = {id};
    made.calculation = calculation;
    made.unit = unit;
    made.factor.value = calculation == Calculation::ratio ? 100 : 1;
    return made;
}

const Ground& ground() {
    static const std::map<std::string, Indicator> indicators{{"people", indicator(1, Calculation::plain)},
                                                             {"balance", indicator(2, Calculation::plain, Unit::baht)},
                                                             {"teeth", indicator(3, Calculation::ratio)},
                                                             {"joy", indicator(4, Calculation::score)}};
    static const Ground ground{
        .areas = {{"th", {{0}, {}, {}}},
                  {"80", {{6'800'000'000}, {}, {}}},
                  {"800121", {tha_sak, {}, {}}},
                  {"800101", {{6'800'101'000}, {}, {}}},
                  {"500306", {{1'500'306'000}, {}, base::Date{2009, 12, 25}}},
                  {"502501", {{1'502'501'000}, base::Date{2009, 12, 26}, {}}}},
        .find_indicator = [](const std::string& code) -> std::optional<Indicator> {
            const auto found = indicators.find(code);
            return found == indicators.end() ? std::nullopt : std::optional(found->second);
        },
        .today = {2026, 11, 22},
    };
    return ground;
}

// A whole table as it was read.
struct Table {
    explicit Table(std::string_view text) : reader(std::make_unique<ValueReader>(LineReader(text), ground())) {
        while (auto row = reader->next()) {
            if (auto* value = std::get_if<ReadValue>(&*row))
                values.push_back(*value);
            else
                wrong.push_back(std::get<base::WrongRow>(*row));
        }
    }
    std::unique_ptr<ValueReader> reader;
    std::vector<ReadValue> values;
    std::vector<base::WrongRow> wrong;
};

const std::string heading = "indicator,area,period,value\n";
const std::string full_heading = "indicator,area,period,value,group,denominator\n";

// Why a single row is refused; empty if it is read.
std::string refusal(const std::string& row, const std::string& head = heading) {
    const Table table(head + row + "\n");
    return table.wrong.empty() ? "" : table.wrong[0].code;
}

std::int64_t millionths(const std::string& value) {
    return Table(heading + "balance,800121,2564," + value + "\n").values.at(0).numerator.value;
}

}  // namespace

TEST(ValueReader, a_row_says_what_of_where_when_and_how_many) {
    const Table table(full_heading + "people,800121,2564,12943,,\npeople,TH,2564,66171439,ชาย,\n");
    ASSERT_EQ(table.values.size(), 2u);
    EXPECT_EQ(table.values[0].area, tha_sak);
    EXPECT_EQ(table.values[0].numerator, base::whole(12'943));
    EXPECT_EQ(table.values[1].area, base::AreaId{0});
    ASSERT_EQ(table.reader->series().size(), 2u);
    EXPECT_EQ(table.reader->series()[0].period.first, (base::Date{2021, 1, 1}));
    EXPECT_EQ(table.reader->series()[1].breakdown, "ชาย");
}

TEST(ValueReader, years_of_both_calendars_are_one_period) {
    const Table table(heading + "people,800121,2564,1\npeople,800101,2021,2\npeople,80,๒๕๖๔,3\n");
    EXPECT_TRUE(table.wrong.empty());
    EXPECT_EQ(table.reader->series().size(), 1u);
    EXPECT_EQ(Table(heading + "people,800121,2568,1\n").reader->series()[0].period.first.year, 2025);
}

TEST(ValueReader, numbers_come_with_thai_digits_commas_and_points) {
    EXPECT_EQ(millionths("๑๒๓"), 123'000'000);
    EXPECT_EQ(millionths("\"1,234.5\""), 1'234'500'000);
    EXPECT_EQ(millionths(" -7 "), -7'000'000);
    EXPECT_EQ(millionths("-0"), 0);
}

TEST(ValueReader, what_is_no_number_is_refused_by_its_reason) {
    EXPECT_EQ(refusal("balance,800121,2564,1e308"), "number_with_exponent");
    EXPECT_EQ(refusal("balance,800121,2564,inf"), "no_number");
    EXPECT_EQ(refusal("balance,800121,2564,nan"), "no_number");
    EXPECT_EQ(refusal("balance,800121,2564,\"1,5\""), "unclear_comma");
    EXPECT_EQ(refusal("balance,800121,2564,9999999999999999"), "number_too_large");
    EXPECT_EQ(refusal("balance,800121,2564,"), "value_missing");
    EXPECT_EQ(refusal("people,800121,2564,-1"), "negative_count");
}

TEST(ValueReader, missing_is_not_zero_and_not_asked_is_neither) {
    const Table table(heading + "people,800121,2564,0\npeople,800101,2564,not_asked\npeople,80,2564,ไม่เกี่ยวข้อง\n");
    ASSERT_EQ(table.values.size(), 3u);
    EXPECT_EQ(table.values[0].state, State::value);
    EXPECT_EQ(table.values[1].state, State::not_asked);
    EXPECT_EQ(table.values[2].state, State::not_applicable);
}

TEST(ValueReader, areas_are_there_in_their_time_only) {
    EXPECT_EQ(refusal("people,999999,2564,1"), "unknown_area");
    EXPECT_EQ(refusal("people,500306,2552,1"), "");
    EXPECT_EQ(refusal("people,500306,2553,1"), "area_not_there_then");
    EXPECT_EQ(refusal("people,502501,2551,1"), "area_not_there_then");
    EXPECT_EQ(refusal("people,502501,2552,1"), "");
    EXPECT_EQ(refusal("people,800121,1999,1"), "");
}

TEST(ValueReader, periods_that_are_unclear_or_still_to_come_are_refused) {
    EXPECT_EQ(refusal("people,800121,2570,1"), "future_period");
    EXPECT_EQ(refusal("people,800121,2567/68,1"), "two_years");
    EXPECT_EQ(refusal("people,800121,someday,1"), "no_period");
    EXPECT_EQ(refusal("people,800121,,1"), "required");
    EXPECT_EQ(refusal("people,800121,2569,1"), "");
}

TEST(ValueReader, a_column_shifted_by_one_gives_no_value) {
    EXPECT_EQ(refusal(",people,800121,2564"), "no_indicator_code");
    EXPECT_EQ(refusal("800121,2564,12943,people"), "unknown_indicator");
    EXPECT_EQ(refusal("people,2564,12943,"), "no_such_year");
    EXPECT_EQ(refusal("people,,800121,2564"), "no_such_year");
    EXPECT_EQ(refusal("people,800121,2564,1,2"), "ragged_row");
    EXPECT_EQ(refusal("people,800121,2564"), "ragged_row");
}

TEST(ValueReader, percentages_are_of_something_and_at_most_a_hundred) {
    EXPECT_EQ(refusal("teeth,800121,2564,899080,,899118", full_heading), "");
    EXPECT_EQ(refusal("teeth,800121,2564,101,,100", full_heading), "over_hundred");
    EXPECT_EQ(refusal("teeth,800121,2564,1,,0", full_heading), "denominator_zero");
    EXPECT_EQ(refusal("teeth,800121,2564,0,,0", full_heading), "denominator_zero");
    EXPECT_EQ(refusal("teeth,800121,2564,101"), "over_hundred");
    EXPECT_EQ(refusal("people,800121,2564,1,,2", full_heading), "no_denominator_here");
    const Table bare(heading + "teeth,800121,2564,85\n");
    EXPECT_EQ(bare.values.at(0).denominator, base::whole(100));
    EXPECT_EQ(bare.reader->remarks().bare_percent, 1);
}

TEST(ValueReader, scores_lie_between_one_and_five) {
    EXPECT_EQ(refusal("joy,800121,2564,4.2"), "");
    EXPECT_EQ(refusal("joy,800121,2564,240,,60", full_heading), "");
    EXPECT_EQ(refusal("joy,800121,2564,5.1"), "no_score");
    EXPECT_EQ(refusal("joy,800121,2564,0"), "no_score");
}

TEST(ValueReader, the_second_value_of_one_area_and_time_is_refused) {
    const Table table(heading + "people,800121,2564,1\npeople,800121,2021,2\npeople,800121,2563,2\n");
    ASSERT_EQ(table.wrong.size(), 1u);
    EXPECT_EQ(table.wrong[0].line, 3);
    EXPECT_EQ(table.wrong[0].code, "value_twice_in_file");
    EXPECT_EQ(table.wrong[0].value, "800121");
}

TEST(ValueReader, a_file_that_was_cut_off_keeps_what_is_whole) {
    const Table cut(heading + "people,800121,2564,1\npeople,800101,25");
    EXPECT_EQ(cut.values.size(), 1u);
    EXPECT_EQ(cut.wrong.at(0).code, "cut_off");
    const Table open(heading + "people,800121,2564,1\npeople,800101,2564,22");
    EXPECT_EQ(open.values.size(), 2u);
    EXPECT_TRUE(open.reader->remarks().open_end);
    EXPECT_FALSE(Table(heading + "people,800121,2564,1\n").reader->remarks().open_end);
}

TEST(ValueReader, reads_the_encodings_and_separators_that_offices_have) {
    EXPECT_EQ(Table("\xEF\xBB\xBF" + heading + "people,800121,2564,1\r\n").values.size(), 1u);
    EXPECT_EQ(Table("indicator;area;period;value\npeople;800121;2564;1\n").values.size(), 1u);
    EXPECT_EQ(Table("indicator\tarea\tperiod\tvalue\n\"people\"\t800121\t2564\t1\n").values.size(), 1u);
    const Table old("indicator,area,period,value,group\npeople,800121,2564,1,\xAA\xD2\xC2\n");  // TIS-620
    EXPECT_EQ(old.reader->series().at(0).breakdown, "ชาย");
    const Table thai("ตัวชี้วัด,พื้นที่,ปี,ค่า,หมายเหตุ\npeople,๘๐๐๑๒๑,๒๕๖๔,๑,\n");
    EXPECT_EQ(thai.values.size(), 1u);
    EXPECT_EQ(thai.reader->unknown_columns(), std::vector<std::string>{"หมายเหตุ"});
}

TEST(ValueReader, a_heading_without_its_columns_is_told) {
    EXPECT_EQ(Table("people,800121,2564,1\n").reader->missing_columns().size(), 4u);
    EXPECT_EQ(Table("").reader->missing_columns().size(), 4u);
    EXPECT_EQ(Table("indicator,area,period\n").reader->missing_columns(), std::vector<std::string>{"value"});
}

TEST(ValueReader, one_broken_row_costs_only_itself) {
    const Table table(heading + "people,\"800121,2564,1\n" + std::string(1'000'000, 'x') + "\n\n\xFF\xFE\x01\npeople,800121,2564,1\n");
    EXPECT_EQ(table.values.size(), 1u);
    EXPECT_EQ(table.values[0].line, 6);
    ASSERT_EQ(table.wrong.size(), 3u);
    EXPECT_EQ(table.wrong[0].code, "open_quote");
    EXPECT_EQ(table.wrong[1].code, "line_too_long");
}

TEST(ValueReader, every_refusal_is_said_in_both_languages) {
    const Table table(full_heading + "x y z,1,1,1,,\nnone,1,1,1,,\npeople,1,2564,1,,\npeople,500306,2564,1,,\npeople,80,2590,1,,\n");
    EXPECT_EQ(table.wrong.size(), 5u);
    for (const auto& wrong : table.wrong)
        for (const auto language : {base::Language::th, base::Language::en})
            EXPECT_NE(base::say(language, "problem_" + wrong.code), "problem_" + wrong.code) << wrong.code;
}

}  // namespace goals
