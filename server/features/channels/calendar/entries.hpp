#pragma once

#include <string>
#include <vector>

#include "base/language.hpp"
#include "circles/circles.hpp"
#include "ical/calendar_file.hpp"

namespace channels {

// How a day of a circle stands in calendars. `origin` begins its link back.
ical::CalendarEntry entry_of(const circles::Day& day, base::Language language, const std::string& origin);
std::vector<ical::CalendarEntry> entries_of(const std::vector<circles::Day>& days, base::Language language, const std::string& origin);

}  // namespace channels
