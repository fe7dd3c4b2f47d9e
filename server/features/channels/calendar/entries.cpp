#include "channels/calendar/entries.hpp"

#include "base/locale.hpp"
#include "base/thai_calendar.hpp"

namespace channels {

static ical::CalendarEntry::Status status_of(circles::DayState state) {
    switch (state) {
        case circles::DayState::expected:
            return ical::CalendarEntry::Status::tentative;
        case circles::DayState::postponed:
        case circles::DayState::cancelled:
            return ical::CalendarEntry::Status::cancelled;
        default:
            return ical::CalendarEntry::Status::confirmed;
    }
}

// Some calendars strike out what is cancelled, others show it like the rest: so the words say it too.
static std::string summary_of(const circles::Day& day, base::Language language) {
    std::string summary;
    if (day.state == circles::DayState::postponed) summary = base::say(language, "circles_state_postponed") + " · ";
    if (day.state == circles::DayState::cancelled) summary = base::say(language, "circles_state_cancelled") + " · ";
    if (day.ordinal) summary += base::say(language, "circles_nth", {{"ordinal", *day.ordinal}}) + " · ";
    summary += day.title;
    if (!day.circle.empty()) summary += " · " + day.circle;
    return summary;
}

static std::string description_of(const circles::Day& day, base::Language language, const std::string& url) {
    std::string text;
    const auto add = [&](const std::string& paragraph) {
        if (!paragraph.empty()) text += paragraph + "\n";
    };
    if (day.moved_to) add(base::say(language, "channels_moved_to", {{"date", base::long_date(*day.moved_to, language)}}));
    add(day.reason);
    if (day.state == circles::DayState::expected) add(base::say(language, "channels_expected"));
    add(day.about);
    return text + url;
}

ical::CalendarEntry entry_of(const circles::Day& day, base::Language language, const std::string& origin) {
    const auto url = origin + day.address;
    return {.uid = day.uid + "@lomwong",
            .sequence = day.version,
            .created = day.created_at,
            .changed = day.edited_at,
            .summary = summary_of(day, language),
            .description = description_of(day, language, url),
            .location = day.place,
            .url = url,
            .date = day.date,
            .last = {},
            .starts = day.starts,
            .ends = day.ends,
            .status = status_of(day.state)};
}

std::vector<ical::CalendarEntry> entries_of(const std::vector<circles::Day>& days, base::Language language, const std::string& origin) {
    std::vector<ical::CalendarEntry> entries;
    entries.reserve(days.size());
    for (const auto& day : days) entries.push_back(entry_of(day, language, origin));
    return entries;
}

}  // namespace channels
