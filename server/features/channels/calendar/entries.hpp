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
// What a place keeps, as days of nobody's hours; `address` is of its calendar, whole.
std::vector<CalendarEntry> entries_of(const std::vector<circles::KeptSpan>& kept, const std::string& address);

}  // namespace channels
