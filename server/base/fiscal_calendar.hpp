#pragma once

#include "base/time.hpp"

namespace base {

// A fiscal year has twelve months from the first day of `begins` and is named, in พ.ศ., by the year in which it ends. Thai offices begin
// with October (Budget Procedures Act B.E. 2561, s. 4), other bodies with another month; from January on it is the calendar's own year.
struct FiscalCalendar {
    unsigned begins = 10;

    int year_of(Date date) const;
    int quarter_of(Date date) const;  // 1 to 4
    Date first_day(int year) const;
    Date last_day(int year) const;
};

}  // namespace base
