#include "circles/community/community_feed.hpp"

#include "areas/areas.hpp"
#include "base/enum_names.hpp"
#include "base/locale.hpp"
#include "http/page.hpp"
#include "http/router.hpp"

namespace circles {

namespace {

std::string name_of(const KeptDay& day, base::Language language) {
    const bool in_english = language == base::Language::en && !day.name_en.empty();
    const auto& name = in_english ? day.name_en : day.name;
    return name.empty() ? base::say(language, "circles_kept_" + std::string(base::name_of(day.kind))) : name;
}

// The same for ever: one that comes again each year is told apart by the year, one that is moved is the same day still.
std::string uid_of(const KeptDay& day) {
    if (!day.own) return std::string(base::name_of(day.kind)) + "-" + base::to_iso(day.first);
    const auto own = "local-day-" + std::to_string(day.own->id.value);
    return day.own->yearly ? own + "-" + std::to_string(day.first.year) : own;
}

ical::CalendarEntry entry_of(const KeptDay& day, base::Language language, const std::string& address) {
    // What this program knows by itself was written at no hour: it stands since the first day of its year, so that the same days make the
    // same file.
    const auto since = base::at_bangkok({day.first.year, 1, 1}, {0});
    const auto note = day.own ? day.own->note : std::string();
    ical::CalendarEntry entry;
    entry.uid = uid_of(day) + "@lomwong";
    entry.sequence = day.own ? day.own->version : 0;
    entry.created = day.own ? day.own->created_at : since;
    entry.changed = day.own ? day.own->edited_at : since;
    entry.summary = name_of(day, language);
    entry.description = note.empty() ? address : note + "\n" + address;
    entry.url = address;
    entry.date = day.first;
    entry.last = day.last;
    entry.hours = ical::CalendarEntry::Hours::free;
    return entry;
}

// Two months back and two years on.
constexpr int days_back = 61;
constexpr int days_on = 731;

http::Response feed_of_area(http::Call& call, const http::Segment& code) {
    const auto area = areas::find(call.read(), code.value);
    if (!area) throw http::not_found();
    const auto language = call.language();
    const auto today = base::bangkok_date(call.now());
    const auto kept =
        place_calendar(call.read(), call.viewer(), area->id, {base::add_days(today, -days_back), base::add_days(today, days_on)});
    const auto address = http::origin_of(call) + "/areas/" + area->code + "/calendar";
    const auto name = base::say(language, "circles_calendar_of", {{"place", areas::title(*area, language)}});
    auto response = http::Response::text(200, "text/calendar; charset=utf-8",
                                         ical::calendar_file({name, address, entries_of(kept.days, language, address)}));
    response.headers.set("Content-Disposition", "inline; filename=\"lomwong.ics\"");
    return response;
}

}  // namespace

std::vector<ical::CalendarEntry> entries_of(const std::vector<KeptDay>& days, base::Language language, const std::string& address) {
    std::vector<ical::CalendarEntry> entries;
    entries.reserve(days.size());
    for (const auto& day : days) entries.push_back(entry_of(day, language, address));
    return entries;
}

void add_community_feed(http::Router& router) {
    router.get("/areas/{code}/calendar.ics", feed_of_area, access::anyone);
}

}  // namespace circles
