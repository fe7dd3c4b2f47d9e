#include "base/period.hpp"

#include <gtest/gtest.h>

namespace base {

TEST(Period, a_day_a_month_and_a_year_are_read_in_the_forms_that_people_type) {
    const Period year{{2010, 1, 1}, {2010, 12, 31}};
    const Period month{{2010, 2, 1}, {2010, 2, 28}};
    const Period day{{2010, 1, 24}, {2010, 1, 24}};
    for (const auto* text : {"2553", "๒๕๕๓", "พ.ศ. 2553", "ค.ศ. 2010", "2010"}) EXPECT_EQ(read_period(text), year) << text;
    for (const auto* text : {"ก.พ. 2553", "กุมภาพันธ์ พ.ศ. ๒๕๕๓", "February 2010"}) EXPECT_EQ(read_period(text), month) << text;
    for (const auto* text : {"24 ม.ค. 2553", "24/1/53", "๒๔ มกราคม ๒๕๕๓", "2010-01-24"}) EXPECT_EQ(read_period(text), day) << text;
}

TEST(Period, what_may_be_anything_is_refused) {
    for (const auto* text : {"", "53", "เมื่อวาน", "25530", "0000", "ม.ค.", "31 ก.พ. 2553", "12 2553 7"})
        EXPECT_FALSE(read_period(text)) << text;
}

}  // namespace base
