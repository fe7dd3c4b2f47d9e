#include "goals/open/sdmx/codes.hpp"

#include <gtest/gtest.h>

namespace goals {

TEST(SdmxCodes, what_sdmx_knows_stands_for_itself_and_every_other_letter_is_its_number) {
    EXPECT_EQ(sdmx_code("bmn_01"), "bmn_01");
    EXPECT_EQ(sdmx_code("Age-60"), "Age-60");
    EXPECT_EQ(sdmx_code("ชาย"), "$0E0A$0E32$0E22");
    EXPECT_EQ(sdmx_code("0-5 ปี"), "0-5$0020$0E1B$0E35");
    EXPECT_EQ(sdmx_code("a.b"), "a$002Eb");
    EXPECT_EQ(sdmx_code("😀"), "@01F600");
}

TEST(SdmxCodes, no_group_is_taken_for_the_total_or_for_another) {
    EXPECT_EQ(sdmx_group(""), "_T");
    EXPECT_EQ(sdmx_group("_T"), "$005FT");
    EXPECT_EQ(sdmx_group("a_T"), "a_T");
    EXPECT_NE(sdmx_group("$0E0A"), sdmx_group("ช"));
}

TEST(SdmxCodes, periods_are_written_as_sdmx_writes_them) {
    const auto written = [](std::string_view text) {
        return sdmx_period(std::get<base::ReportingPeriod>(base::read_reporting_period(text)));
    };
    EXPECT_EQ(written("2564"), "2021");
    EXPECT_EQ(written("2564-05"), "2021-05");
    EXPECT_EQ(written("2564-05-13"), "2021-05-13");
    EXPECT_EQ(written("2564Q2"), "2021-Q2");
    EXPECT_EQ(written("2564S2"), "2021-S2");
    EXPECT_EQ(written("งบ2564"), "2020-10-01/P1Y");
    EXPECT_EQ(written("2560-2564"), "2017-01-01/P5Y");
}

}  // namespace goals
