#include "base/reporting_period.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "base/enum_names.hpp"

namespace base {

namespace {

std::string read_text(std::string_view text) {
    const auto read = read_reporting_period(text);
    if (const auto* fault = std::get_if<PeriodFault>(&read)) return std::string(name_of(*fault));
    const auto& period = std::get<ReportingPeriod>(read);
    return std::string(name_of(period.kind)) + " " + to_iso(period.first) + " " + to_iso(period.last) + " " + code_of(period);
}

ReportingPeriod period(std::string_view text) {
    return std::get<ReportingPeriod>(read_reporting_period(text));
}

}  // namespace

TEST(ReportingPeriod, a_year_from_2400_on_is_buddhist) {
    EXPECT_EQ(read_text("2564"), "year 2021-01-01 2021-12-31 2021");
    EXPECT_EQ(read_text("๒๕๖๔"), read_text("2021"));
    EXPECT_EQ(read_text("2400"), "year 1857-01-01 1857-12-31 1857");
    EXPECT_EQ(read_text("2399"), "no_such_year");
    EXPECT_EQ(read_text("64"), "short_year");
}

TEST(ReportingPeriod, months_and_days_are_read_with_and_without_dashes) {
    EXPECT_EQ(read_text("2564-05"), "month 2021-05-01 2021-05-31 202105");
    EXPECT_EQ(read_text("202105"), read_text("2564-05"));
    EXPECT_EQ(read_text("256405"), read_text("2564-5"));
    EXPECT_EQ(read_text("2564-05-13"), "day 2021-05-13 2021-05-13 20210513");
    EXPECT_EQ(read_text("20210513"), read_text("25640513"));
    EXPECT_EQ(read_text("2567-02-29"), "day 2024-02-29 2024-02-29 20240229");
    EXPECT_EQ(read_text("2564-02-29"), "no_such_day");
    EXPECT_EQ(read_text("2564-13"), "no_such_day");
}

TEST(ReportingPeriod, quarters_halves_and_weeks_are_those_of_the_calendar) {
    EXPECT_EQ(read_text("2564Q1"), "quarter 2021-01-01 2021-03-31 2021Q1");
    EXPECT_EQ(read_text("2021s2"), "half_year 2021-07-01 2021-12-31 2021S2");
    EXPECT_EQ(read_text("2021W1"), "week 2021-01-04 2021-01-10 2021W1");
    EXPECT_EQ(read_text("2020W53"), "week 2020-12-28 2021-01-03 2020W53");
    EXPECT_EQ(read_text("2021W53"), "no_such_day");
    EXPECT_EQ(read_text("2021Q5"), "no_period");
}

TEST(ReportingPeriod, a_thai_fiscal_year_is_named_by_its_end_and_dhis2_names_it_by_its_beginning) {
    EXPECT_EQ(read_text("งบ2564"), "fiscal_year 2020-10-01 2021-09-30 2020Oct");
    for (const auto* text : {"ปีงบประมาณ พ.ศ. 2564", "FY2564", "FY2021", "2020Oct", "งบ ๒๕๖๔"})
        EXPECT_EQ(read_text(text), read_text("งบ2564")) << text;
    EXPECT_EQ(read_text("งบ2564Q1"), "quarter 2020-10-01 2020-12-31 2020Q4");
    EXPECT_EQ(read_text("งบ2564Q4"), "quarter 2021-07-01 2021-09-30 2021Q3");
    EXPECT_EQ(read_text("งบ2564S1"), "fiscal_half 2020-10-01 2021-03-31 2020AprilS2");
    EXPECT_EQ(read_text("2021AprilS1"), "fiscal_half 2021-04-01 2021-09-30 2021AprilS1");
}

TEST(ReportingPeriod, a_year_with_a_stroke_may_be_a_schools_or_an_offices_and_is_refused) {
    for (const auto* text : {"2567/68", "2567/2568", "2567-68", "2567-2568", "๒๕๖๗/๖๘", "งบ2567/68", "2024-2025"})
        EXPECT_EQ(read_text(text), "two_years") << text;
}

TEST(ReportingPeriod, five_years_are_five) {
    EXPECT_EQ(read_text("2560-2564"), "five_years 2017-01-01 2021-12-31 2017-2021");
    EXPECT_EQ(read_text("2560-2565"), "no_period");
}

TEST(ReportingPeriod, what_is_no_period_is_refused) {
    EXPECT_EQ(read_text(" "), "empty");
    for (const auto* text : {"พ.ค.", "800121", "2564Q", "2564-", "2564Q12", "2564-05-13-1", "20210513x", "FY"})
        EXPECT_NE(read_text(text).find("no_"), std::string::npos) << text;
}

TEST(ReportingPeriod, its_written_name_reads_as_the_same_period) {
    EXPECT_TRUE(rc::check([] {
        const auto day = add_days({1990, 1, 1}, *rc::gen::inRange(0, 30'000));
        const auto kind = static_cast<PeriodKind>(*rc::gen::inRange(0, static_cast<int>(PeriodKind::five_years) + 1));
        const auto around = period_around(day, kind);
        RC_ASSERT(around.first <= day && day <= around.last);
        RC_ASSERT(around.kind == kind);
        RC_ASSERT(std::get<ReportingPeriod>(read_reporting_period(code_of(around))) == around);
    }));
}

TEST(ReportingPeriod, people_read_it_in_their_own_years) {
    const auto said = [](std::string_view text) { return title_of(period(text), Language::th); };
    EXPECT_EQ(said("2021"), "พ.ศ. 2564");
    EXPECT_EQ(said("202105"), "พฤษภาคม 2564");
    EXPECT_EQ(said("2020Oct"), "ปีงบประมาณ 2564");
    EXPECT_EQ(said("2020AprilS2"), "ตุลาคม 2563–มีนาคม 2564");
    EXPECT_EQ(said("2017-2021"), "พ.ศ. 2560–2564");
    EXPECT_EQ(title_of(period("2564Q1"), Language::en), "January–March 2021");
}

TEST(ReportingPeriod, as_many_are_counted_as_lie_wholly_inside) {
    const Period year{{2021, 1, 1}, {2021, 12, 31}};
    EXPECT_EQ(count_inside(year, PeriodKind::month), 12);
    EXPECT_EQ(count_inside(year, PeriodKind::day), 365);
    EXPECT_EQ(count_inside(year, PeriodKind::week), 51);
    EXPECT_EQ(count_inside(year, PeriodKind::fiscal_year), 0);
    EXPECT_EQ(count_inside({{2020, 10, 1}, {2021, 9, 30}}, PeriodKind::fiscal_half), 2);
    EXPECT_EQ(count_inside({{2017, 1, 1}, {2021, 12, 31}}, PeriodKind::fiscal_year), 4);
}

}  // namespace base
