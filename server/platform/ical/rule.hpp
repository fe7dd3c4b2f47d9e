#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "base/cadence.hpp"

namespace ical {

// "FREQ=MONTHLY;BYDAY=2WE", "FREQ=WEEKLY;UNTIL=20270930;BYDAY=MO,WE,FR". It holds from the first day of the cadence on, which its event
// names as DTSTART, a day without a time.
std::string rule_text(const base::Cadence& cadence);

// Why a rule is not taken. Locale keys problem_CODE.
struct WrongRule {
    std::string_view code;
    std::string part{};  // of rule_not_kept: "BYYEARDAY", "FREQ=DAILY"
};

// The longest interval and the most days that a cadence is read with.
constexpr int longest_interval = 60;
constexpr int most_days = 1000;

// The cadence that meets on just the days of this rule from `first` on, and begins on the first of them; UNTIL counts as its day in
// Bangkok. A rule that no cadence keeps to the day is not bent into one: the 31st of long months only, two days of each month. A "RRULE:"
// before it is passed over.
std::variant<base::Cadence, WrongRule> read_rule(std::string_view text, base::Date first);

}  // namespace ical
