#pragma once

#include "circles/community/community.hpp"
#include "ical/calendar_file.hpp"

namespace http {
class Router;
}

namespace circles {

// What a place keeps as entries of a calendar file: whole days and spans that take nobody's hours. `address` is of its page, whole.
std::vector<ical::CalendarEntry> entries_of(const std::vector<KeptDay>& days, base::Language language, const std::string& address);

// /areas/800121/calendar.ics, for the calendars that people have.
void add_community_feed(http::Router& router);

}  // namespace circles
