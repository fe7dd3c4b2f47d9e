#pragma once

#include <optional>
#include <vector>

#include "base/cadence.hpp"

// The days that a cadence gives, as they become once holidays and what people settled for single days are known.
namespace base {

enum class OnHoliday : std::uint8_t { meet, skip, next_working_day, previous_working_day };
BOOST_DESCRIBE_ENUM(OnHoliday, meet, skip, next_working_day, previous_working_day)

// It does not meet; it meets on another day, or on one not yet known; it meets beside the rule.
enum class Settled : std::uint8_t { cancelled, postponed, extra };
BOOST_DESCRIBE_ENUM(Settled, cancelled, postponed, extra)

// What people settled for one day.
struct DayException {
    Date day;
    Settled settled{};
    std::optional<Date> to{};  // of a postponed one
};

// What became of a day: `kept` on a holiday too, where the rule says to meet anyway.
enum class Became : std::uint8_t { kept, skipped, shifted, cancelled, postponed, extra };
BOOST_DESCRIBE_ENUM(Became, kept, skipped, shifted, cancelled, postponed, extra)

struct MeetingDay {
    Date due;                // the day that the cadence, or who added it, gives: its name, whatever becomes of it
    std::optional<Date> on;  // the day on which it meets
    Became became{};

    friend bool operator==(const MeetingDay&, const MeetingDay&) = default;
};

struct Calendar {
    std::vector<Date> holidays;  // in their order, a month more at both ends than is asked for: a day shifts beyond them otherwise
    OnHoliday on_holiday = OnHoliday::meet;
    std::vector<DayException> exceptions{};
};

// Saturday and Sunday rest, as in offices; a circle that meets on them keeps its day unless that is a holiday.
bool is_working_day(Date date, const std::vector<Date>& holidays);

// All that is due from `from` to `to`, both included, in the order of the days on which it is due. What was settled for a day is stronger
// than the rule of holidays. Two never meet on one day: what would be shifted onto a day that is taken is skipped.
std::vector<MeetingDay> meeting_days(const std::optional<Cadence>& cadence, const Calendar& calendar, Date from, Date to);

}  // namespace base
