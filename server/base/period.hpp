#pragma once

#include <optional>
#include <string_view>

#include "base/time.hpp"

namespace base {

// The days that a date of any precision covers.
struct Period {
    Date first;
    Date last;

    friend bool operator==(const Period&, const Period&) = default;
};

// Reads a whole text as a day in the forms of read_date(), a month ("ม.ค. 2553", "มกราคม พ.ศ. 2553") or a year ("2553", "๒๕๕๓", "พ.ศ.
// 2553", "ค.ศ. 2010"). Months and years ask for all four digits of the year: "53" alone may be anything.
std::optional<Period> read_period(std::string_view text);

}  // namespace base
