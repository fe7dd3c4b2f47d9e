#pragma once

#include <boost/describe/enum.hpp>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/time.hpp"

namespace base {

enum class Every : std::uint8_t { week, month_day, month_weekday };
BOOST_DESCRIBE_ENUM(Every, week, month_day, month_weekday)

// What its months are counted by: each of them, or one of each quarter or year.
enum class Cycle : std::uint8_t { month, quarter, year };
BOOST_DESCRIBE_ENUM(Cycle, month, quarter, year)

// How often something meets.
struct Cadence {
    Every every = Every::week;
    int interval = 1;  // every n weeks, months, quarters or years, counted from `since`
    Weekday weekday{};
    std::vector<Weekday> also{};  // week: the other weekdays of the same weeks, which are those from Monday to Sunday
    int nth = 1;                  // month_weekday: the 1st to 4th of the month, 5 for the last
    int day = 1;                  // month_day: a month that is too short meets on its last day
    Cycle cycle = Cycle::month;
    int month = 1;        // which of its quarter (1 to 3) or year (1 to 12)
    int year_begins = 1;  // with this month: 1 for the calendar's years, 10 for the fiscal years of offices
    Date since;
    std::optional<Date> until{};  // the last day on which it can meet
    std::optional<int> count{};   // so many days in all from the first of them on, whatever becomes of each

    friend bool operator==(const Cadence&, const Cadence&) = default;
};

// The days on which it meets from `from` to `to`, both included; none before `since`.
std::vector<Date> days_of(const Cadence& cadence, Date from, Date to);

// From Monday on, each once: those of a weekly one.
std::vector<Weekday> weekdays_of(const Cadence& cadence);

// The first of them; nothing where it ends before it has met.
std::optional<Date> first_day(const Cadence& cadence);

}  // namespace base
