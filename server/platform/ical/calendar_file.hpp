#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"

namespace ical {

// One entry of a calendar file.
struct CalendarEntry {
    enum class Status { confirmed, tentative, cancelled };
    enum class Hours { taken, free };

    std::string uid;  // the same for ever, so that a calendar knows it again
    std::int64_t sequence = 0;
    base::Instant created;
    base::Instant changed;
    std::string summary;
    std::string description;
    std::string location;
    std::string url;
    base::Date date;
    std::optional<base::Date> last;         // with it; of whole days
    std::optional<base::TimeOfDay> starts;  // without it the entry is of the whole day
    std::optional<base::TimeOfDay> ends;
    Status status = Status::confirmed;
    Hours hours = Hours::taken;  // free: what is kept on it leaves its people's hours to them
};

struct Calendar {
    std::string name;
    std::string address;  // of the page that it is of, whole
    std::vector<CalendarEntry> entries;
};

// An iCalendar file (RFC 5545, and 7986 for its name): times in Asia/Bangkok, long lines folded between letters, text escaped. The same
// entries make the same file.
std::string calendar_file(const Calendar& calendar);

}  // namespace ical
