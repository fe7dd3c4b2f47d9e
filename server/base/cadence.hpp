#pragma once

#include <boost/describe/enum.hpp>
#include <cstdint>
#include <vector>

#include "base/time.hpp"

namespace base {

enum class Every : std::uint8_t { week, month_day, month_weekday };
BOOST_DESCRIBE_ENUM(Every, week, month_day, month_weekday)

// How often something meets. "Quarterly" is every 3 months, "yearly" every 12.
struct Cadence {
    Every every = Every::week;
    int interval = 1;  // every n weeks or months, counted from `since`
    Weekday weekday{};
    int nth = 1;  // month_weekday: the 1st to 4th of the month, 5 for the last
    int day = 1;  // month_day: a month that is too short meets on its last day
    Date since;

    friend bool operator==(const Cadence&, const Cadence&) = default;
};

// The days on which it meets from `from` to `to`, both included; none before `since`.
std::vector<Date> days_of(const Cadence& cadence, Date from, Date to);

}  // namespace base
