#include "circles/calendar/ics.hpp"

#include <libical/ical.h>

#include <memory>

namespace circles {

using Component = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>;

static icaltimetype day_time(base::Date date) {
    auto time = icaltime_null_date();
    time.year = date.year;
    time.month = static_cast<int>(date.month);
    time.day = static_cast<int>(date.day);
    return time;
}

static icaltimetype utc_time(base::Instant instant) {
    return icaltime_from_timet_with_zone(static_cast<time_t>(instant.ms / 1000), 0, icaltimezone_get_utc_timezone());
}

static void add(const Component& event, icalproperty* property) {
    icalcomponent_add_property(event.get(), property);
}

static void add_times(const Component& event, const CalendarEntry& entry) {
    if (!entry.starts) {
        add(event, icalproperty_new_dtstart(day_time(entry.date)));
        add(event, icalproperty_new_dtend(day_time(base::add_days(entry.date, 1))));
        return;
    }
    add(event, icalproperty_new_dtstart(utc_time(base::at_bangkok(entry.date, *entry.starts))));
    if (entry.ends) add(event, icalproperty_new_dtend(utc_time(base::at_bangkok(entry.date, *entry.ends))));
}

static icalproperty_status status_of(CalendarEntry::Status status) {
    switch (status) {
        case CalendarEntry::Status::tentative:
            return ICAL_STATUS_TENTATIVE;
        case CalendarEntry::Status::cancelled:
            return ICAL_STATUS_CANCELLED;
        default:
            return ICAL_STATUS_CONFIRMED;
    }
}

static Component event_of(const CalendarEntry& entry) {
    Component event(icalcomponent_new_vevent(), icalcomponent_free);
    add(event, icalproperty_new_uid(entry.uid.c_str()));
    add(event, icalproperty_new_dtstamp(utc_time(entry.stamp)));
    add(event, icalproperty_new_sequence(static_cast<int>(entry.sequence)));
    add_times(event, entry);
    add(event, icalproperty_new_summary(entry.summary.c_str()));
    if (!entry.description.empty()) add(event, icalproperty_new_description(entry.description.c_str()));
    if (!entry.location.empty()) add(event, icalproperty_new_location(entry.location.c_str()));
    if (!entry.url.empty()) add(event, icalproperty_new_url(entry.url.c_str()));
    add(event, icalproperty_new_status(status_of(entry.status)));
    return event;
}

std::string calendar_file(const std::string& name, const std::vector<CalendarEntry>& entries) {
    const Component calendar(icalcomponent_new_vcalendar(), icalcomponent_free);
    add(calendar, icalproperty_new_version("2.0"));
    add(calendar, icalproperty_new_prodid("-//Lomwong//Lomwong//TH"));
    add(calendar, icalproperty_new_method(ICAL_METHOD_PUBLISH));
    auto* shown_name = icalproperty_new_x(name.c_str());
    icalproperty_set_x_name(shown_name, "X-WR-CALNAME");
    add(calendar, shown_name);
    for (const auto& entry : entries) icalcomponent_add_component(calendar.get(), event_of(entry).release());
    const std::unique_ptr<char, decltype(&free)> text(icalcomponent_as_ical_string_r(calendar.get()), free);
    return text.get();
}

}  // namespace circles
