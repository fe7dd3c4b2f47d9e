#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"

namespace circles {

// One entry of a calendar file.
struct CalendarEntry {
    enum class Status { confirmed, tentative, cancelled };

    std::string uid;  // the same for ever, so that a calendar knows it again
    std::int64_t sequence = 0;
    base::Instant stamp;
    std::string summary;
    std::string description;
    std::string location;
    std::string url;
    base::Date date;
    std::optional<base::TimeOfDay> starts;  // without it the entry is of the whole day
    std::optional<base::TimeOfDay> ends;
    Status status = Status::confirmed;
};

// An iCalendar file (RFC 5545): times in UTC, long lines folded, text escaped.
std::string calendar_file(const std::string& name, const std::vector<CalendarEntry>& entries);

}  // namespace circles
