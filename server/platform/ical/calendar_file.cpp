#include "ical/calendar_file.hpp"

#include <libical/ical.h>

#include <algorithm>
#include <memory>

namespace ical {

using Component = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>;

static constexpr const char* zone = "Asia/Bangkok";

static icaltimetype day_time(base::Date date) {
    auto time = icaltime_null_date();
    time.year = date.year;
    time.month = static_cast<int>(date.month);
    time.day = static_cast<int>(date.day);
    return time;
}

static icaltimetype clock_time(base::Date date, base::TimeOfDay of_day) {
    auto time = day_time(date);
    time.is_date = 0;
    time.hour = of_day.minutes / 60;
    time.minute = of_day.minutes % 60;
    time.second = 0;
    return time;
}

static icaltimetype utc_time(base::Instant instant) {
    return icaltime_from_timet_with_zone(static_cast<time_t>(instant.ms / 1000), 0, icaltimezone_get_utc_timezone());
}

static void add(const Component& component, icalproperty* property) {
    icalcomponent_add_property(component.get(), property);
}

static void add_named(const Component& component, const char* name, const std::string& value) {
    auto* property = icalproperty_new_x(value.c_str());
    icalproperty_set_x_name(property, name);
    add(component, property);
}

static void add_in_zone(const Component& event, icalproperty* property) {
    icalproperty_add_parameter(property, icalparameter_new_tzid(zone));
    add(event, property);
}

static void add_times(const Component& event, const CalendarEntry& entry) {
    if (!entry.starts) {
        add(event, icalproperty_new_dtstart(day_time(entry.date)));
        const auto last = std::max(entry.date, entry.last.value_or(entry.date));
        add(event, icalproperty_new_dtend(day_time(base::add_days(last, 1))));  // the day after (RFC 5545, 3.6.1)
        return;
    }
    add_in_zone(event, icalproperty_new_dtstart(clock_time(entry.date, *entry.starts)));
    if (entry.ends && *entry.ends > *entry.starts) add_in_zone(event, icalproperty_new_dtend(clock_time(entry.date, *entry.ends)));
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
    add(event, icalproperty_new_dtstamp(utc_time(entry.changed)));
    add(event, icalproperty_new_created(utc_time(entry.created)));
    add(event, icalproperty_new_lastmodified(utc_time(entry.changed)));
    add(event, icalproperty_new_sequence(static_cast<int>(entry.sequence)));
    add_times(event, entry);
    add(event, icalproperty_new_summary(entry.summary.c_str()));
    if (!entry.description.empty()) add(event, icalproperty_new_description(entry.description.c_str()));
    if (!entry.location.empty()) add(event, icalproperty_new_location(entry.location.c_str()));
    if (!entry.url.empty()) add(event, icalproperty_new_url(entry.url.c_str()));
    add(event, icalproperty_new_status(status_of(entry.status)));
    // A day that is only expected keeps nobody's hour.
    const bool takes_hours = entry.status == CalendarEntry::Status::confirmed && entry.hours == CalendarEntry::Hours::taken;
    add(event, icalproperty_new_transp(takes_hours ? ICAL_TRANSP_OPAQUE : ICAL_TRANSP_TRANSPARENT));
    return event;
}

// Thailand has kept UTC+7 without summer time since 1920.
static Component bangkok() {
    constexpr int seven_hours = 7 * 60 * 60;
    Component standard(icalcomponent_new(ICAL_XSTANDARD_COMPONENT), icalcomponent_free);
    add(standard, icalproperty_new_dtstart(clock_time({1970, 1, 1}, {0})));
    add(standard, icalproperty_new_tzoffsetfrom(seven_hours));
    add(standard, icalproperty_new_tzoffsetto(seven_hours));
    add(standard, icalproperty_new_tzname("+07"));
    Component timezone(icalcomponent_new(ICAL_VTIMEZONE_COMPONENT), icalcomponent_free);
    add(timezone, icalproperty_new_tzid(zone));
    icalcomponent_add_component(timezone.get(), standard.release());
    return timezone;
}

static void add_head(const Component& file, const Calendar& calendar) {
    add(file, icalproperty_new_version("2.0"));
    add(file, icalproperty_new_prodid("-//Lomwong//Lomwong//TH"));
    add(file, icalproperty_new_calscale("GREGORIAN"));
    add(file, icalproperty_new_method(ICAL_METHOD_PUBLISH));
    add(file, icalproperty_new_name(calendar.name.c_str()));
    add_named(file, "X-WR-CALNAME", calendar.name);
    add_named(file, "X-WR-TIMEZONE", zone);
    if (!calendar.address.empty()) add(file, icalproperty_new_url(calendar.address.c_str()));
    auto* refresh = icalproperty_new_refreshinterval(icaldurationtype_from_int(60 * 60));
    icalproperty_add_parameter(refresh, icalparameter_new_value(ICAL_VALUE_DURATION));  // RFC 7986 asks for it
    add(file, refresh);
    add_named(file, "X-PUBLISHED-TTL", "PT1H");
}

std::string calendar_file(const Calendar& calendar) {
    const Component file(icalcomponent_new_vcalendar(), icalcomponent_free);
    add_head(file, calendar);
    icalcomponent_add_component(file.get(), bangkok().release());
    for (const auto& entry : calendar.entries) icalcomponent_add_component(file.get(), event_of(entry).release());
    const std::unique_ptr<char, decltype(&free)> text(icalcomponent_as_ical_string_r(file.get()), free);
    return text.get();
}

}  // namespace ical
