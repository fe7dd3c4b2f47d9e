#include "base/fiscal_calendar.hpp"

#include <gtest/gtest.h>

namespace base {

TEST(FiscalCalendar, an_offices_year_begins_in_october_and_is_named_by_the_year_in_which_it_ends) {
    const FiscalCalendar offices;
    EXPECT_EQ(offices.year_of({2025, 9, 30}), 2568);
    EXPECT_EQ(offices.year_of({2025, 10, 1}), 2569);
    EXPECT_EQ(offices.first_day(2569), (Date{2025, 10, 1}));
    EXPECT_EQ(offices.last_day(2569), (Date{2026, 9, 30}));
}

TEST(FiscalCalendar, quarters_are_counted_from_its_first_month) {
    const FiscalCalendar offices;
    EXPECT_EQ(offices.quarter_of({2025, 10, 1}), 1);
    EXPECT_EQ(offices.quarter_of({2025, 12, 31}), 1);
    EXPECT_EQ(offices.quarter_of({2026, 1, 1}), 2);
    EXPECT_EQ(offices.quarter_of({2026, 4, 1}), 3);
    EXPECT_EQ(offices.quarter_of({2026, 9, 30}), 4);
    const FiscalCalendar schools{.begins = 5};
    EXPECT_EQ(schools.quarter_of({2026, 5, 1}), 1);
    EXPECT_EQ(schools.quarter_of({2026, 4, 30}), 4);
}

TEST(FiscalCalendar, one_that_begins_in_january_is_the_calendars_own_year) {
    const FiscalCalendar society{.begins = 1};
    EXPECT_EQ(society.year_of({2026, 1, 1}), 2569);
    EXPECT_EQ(society.year_of({2026, 12, 31}), 2569);
    EXPECT_EQ(society.first_day(2569), (Date{2026, 1, 1}));
    EXPECT_EQ(society.last_day(2569), (Date{2026, 12, 31}));
    EXPECT_EQ(society.quarter_of({2026, 12, 31}), 4);
}

TEST(FiscalCalendar, each_day_of_four_years_lies_between_the_first_and_the_last_of_its_year_whatever_the_month) {
    for (unsigned begins = 1; begins <= 12; ++begins) {
        const FiscalCalendar calendar{.begins = begins};
        for (Date day{2024, 1, 1}; day < Date{2028, 1, 1}; day = add_days(day, 1)) {
            const auto year = calendar.year_of(day);
            ASSERT_LE(calendar.first_day(year), day) << begins << ' ' << to_iso(day);
            ASSERT_GE(calendar.last_day(year), day) << begins << ' ' << to_iso(day);
        }
    }
}

}  // namespace base
