#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/cadence.hpp"

namespace ical {

// "FREQ=MONTHLY;BYDAY=2WE". It holds from the first day of the cadence on, which its event names as DTSTART.
std::string rule_text(const base::Cadence& cadence);

// The cadence that meets on just the days of this rule from its first day on; nothing where there is none: one that ends (UNTIL, COUNT),
// several days in a week, the 31st of long months only. A "RRULE:" before it is passed over.
std::optional<base::Cadence> read_rule(std::string_view text, base::Date first);

}  // namespace ical
