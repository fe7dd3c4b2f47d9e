#pragma once

#include <boost/describe/enum.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/language.hpp"
#include "base/period.hpp"
#include "base/time.hpp"

namespace base {

// How long a figure's time is, shortest first. Weeks begin on Monday (ISO 8601). Fiscal years are those of Thai offices, October to
// September; their quarters are quarters of the calendar, so these have one name only.
enum class PeriodKind : std::uint8_t { day, week, month, quarter, half_year, fiscal_half, year, fiscal_year, five_years };
BOOST_DESCRIBE_ENUM(PeriodKind, day, week, month, quarter, half_year, fiscal_half, year, fiscal_year, five_years)

// The time that a figure is of.
struct ReportingPeriod {
    PeriodKind kind{};
    Date first;
    Date last;

    friend bool operator==(const ReportingPeriod&, const ReportingPeriod&) = default;
};

enum class PeriodFault : std::uint8_t { empty, no_period, two_years, short_year, no_such_year, no_such_day };
BOOST_DESCRIBE_ENUM(PeriodFault, empty, no_period, two_years, short_year, no_such_year, no_such_day)

// Reads a whole text as files name periods, digits Thai or Arabic; a year from 2400 on is พ.ศ.:
//   2564, 2564-05 or 202105, 2564-05-13 or 20210513, 2021W19, 2564Q1, 2021S1, 2560-2564 (five years),
//   งบ2564 or FY2021 (named by the year in which it ends: October 2020 to September 2021), 2020Oct (as DHIS2 names the same, by its
//   beginning), งบ2564Q1 and งบ2564S1 (its first quarter and half), 2021AprilS1.
// "2567/68" may be a school year or a fiscal one, and is refused as `two_years`.
std::variant<ReportingPeriod, PeriodFault> read_reporting_period(std::string_view text);

// The one name by which it is written, that of DHIS2 (which knows no five years): 20210513, 2021W19, 202105, 2021Q1, 2021S1, 2020AprilS2,
// 2021, 2020Oct, 2017-2021.
std::string code_of(const ReportingPeriod& period);

// "พฤษภาคม 2564", "ปีงบประมาณ 2564"
std::string title_of(const ReportingPeriod& period, Language language);

// The period of this kind in which the day lies. Five years are counted as those of the national plans: 2560–2564, 2565–2569.
ReportingPeriod period_around(Date day, PeriodKind kind);

// How many periods of this kind lie wholly within the days.
int count_inside(const Period& days, PeriodKind kind);

}  // namespace base
