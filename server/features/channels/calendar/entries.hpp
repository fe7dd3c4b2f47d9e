#pragma once

#include <string>
#include <vector>

#include "base/language.hpp"
#include "channels/calendar/ics.hpp"
#include "circles/circles.hpp"

namespace channels {

// How a day of a circle stands in calendars. `origin` begins its link back.
CalendarEntry entry_of(const circles::Day& day, base::Language language, const std::string& origin);
std::vector<CalendarEntry> entries_of(const std::vector<circles::Day>& days, base::Language language, const std::string& origin);

}  // namespace channels
