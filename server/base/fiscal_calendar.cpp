#include "base/fiscal_calendar.hpp"

#include "base/thai_calendar.hpp"

namespace base {

constexpr unsigned months = 12;

int FiscalCalendar::year_of(Date date) const {
    return buddhist_year(date) + (begins > 1 && date.month >= begins ? 1 : 0);
}

int FiscalCalendar::quarter_of(Date date) const {
    return static_cast<int>((date.month + months - begins) % months / 3) + 1;
}

Date FiscalCalendar::first_day(int year) const {
    const Date new_year{year - buddhist_year({0, 1, 1}), 1, 1};
    return {begins > 1 ? new_year.year - 1 : new_year.year, begins, 1};
}

Date FiscalCalendar::last_day(int year) const {
    return add_days(first_day(year + 1), -1);
}

}  // namespace base
