#pragma once

#include <string>
#include <string_view>

#include "base/reporting_period.hpp"

// How SDMX writes what we have: https://github.com/sdmx-twg, version 3.0. Pure.
namespace goals {

// Who keeps what is described, what describes the tables, and which one it is: a column more or less is another one.
inline constexpr std::string_view sdmx_agency = "LOMWONG";
inline constexpr std::string_view sdmx_figures = "INDICATORS";
inline constexpr std::string_view sdmx_version = "2.0.0";
// As a table of SDMX-CSV names what it is made by: "LOMWONG:INDICATORS(2.0.0)".
std::string sdmx_name_of_figures();

// "2021", "2021-05", "2020-10-01/P1Y".
std::string sdmx_period(const base::ReportingPeriod& period);
// How often there is such a period: "A", "M"; SDMX's own code list of frequencies.
std::string_view sdmx_frequency(base::PeriodKind kind);

// A code of SDMX has Latin letters, digits, "_", "-", "$" and "@" only. These stand for themselves; every other letter is "$" and its
// number in Unicode, beyond the first 65,536 "@": "bmn_01", "$0E0A$0E32$0E22" for "ชาย". No two texts have the same code.
std::string sdmx_code(std::string_view text);
// The total is SDMX's "_T", which no group can be.
std::string sdmx_group(std::string_view breakdown);

}  // namespace goals
