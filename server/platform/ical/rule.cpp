#include "ical/rule.hpp"

#include <fmt/format.h>
#include <libical/ical.h>

#include <array>
#include <cstdlib>
#include <memory>
#include <vector>

namespace ical {

using base::Cadence;
using base::Cycle;
using base::Every;
using base::Weekday;

static constexpr std::array weekday_names{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

// As the calendar counts, whatever month a cadence's years begin with.
static int month_of_calendar(const Cadence& cadence) {
    return (cadence.year_begins - 1 + cadence.month - 1) % 12 + 1;
}

static std::string which_day(const Cadence& cadence) {
    const auto* weekday = weekday_names.at(static_cast<std::size_t>(cadence.weekday));
    if (cadence.every == Every::month_weekday) return fmt::format("BYDAY={}{}", cadence.nth >= 5 ? -1 : cadence.nth, weekday);
    if (cadence.day >= 31) return "BYMONTHDAY=-1";
    if (cadence.day <= 28) return fmt::format("BYMONTHDAY={}", cadence.day);
    return fmt::format("BYMONTHDAY=28,29{};BYSETPOS=-1", cadence.day == 30 ? ",30" : "");  // the last day of a month that is too short
}

static std::string composed(const Cadence& cadence) {
    if (cadence.every == Every::week)
        return fmt::format("FREQ=WEEKLY;INTERVAL={};BYDAY={}", cadence.interval,
                           weekday_names.at(static_cast<std::size_t>(cadence.weekday)));
    if (cadence.cycle == Cycle::year)
        return fmt::format("FREQ=YEARLY;INTERVAL={};BYMONTH={};{}", cadence.interval, month_of_calendar(cadence), which_day(cadence));
    return fmt::format("FREQ=MONTHLY;INTERVAL={};{}", cadence.interval * (cadence.cycle == Cycle::quarter ? 3 : 1), which_day(cadence));
}

std::string rule_text(const Cadence& cadence) {
    auto rule = icalrecurrencetype_from_string(composed(cadence).c_str());
    const std::unique_ptr<char, decltype(&std::free)> text(icalrecurrencetype_as_string_r(&rule), std::free);
    return text.get();
}

namespace {

// What one BY… part lists.
template <std::size_t Size>
std::vector<short> listed(const short (&values)[Size]) {
    std::vector<short> list;
    for (const short value : values) {
        if (value == ICAL_RECURRENCE_ARRAY_MAX) break;
        list.push_back(value);
    }
    return list;
}

struct Parts {
    explicit Parts(const icalrecurrencetype& rule)
        : days(listed(rule.by_day)),
          month_days(listed(rule.by_month_day)),
          months(listed(rule.by_month)),
          positions(listed(rule.by_set_pos)) {}
    std::vector<short> days, month_days, months, positions;
};

bool is_within_what_we_keep(const icalrecurrencetype& rule) {
    const auto only_days = listed(rule.by_year_day).empty() && listed(rule.by_week_no).empty() && listed(rule.by_hour).empty() &&
                           listed(rule.by_minute).empty() && listed(rule.by_second).empty();
    return only_days && rule.count == 0 && icaltime_is_null_time(rule.until) != 0 && rule.interval >= 1 && rule.rscale == nullptr;
}

// libical counts from Sunday, and none is 0.
Weekday weekday_of(short by_day) {
    return static_cast<Weekday>((icalrecurrencetype_day_day_of_week(by_day) + 5) % 7);
}

bool read_week(const Parts& parts, Cadence& cadence) {
    if (!parts.month_days.empty() || !parts.months.empty() || !parts.positions.empty() || parts.days.size() > 1) return false;
    if (!parts.days.empty() && icalrecurrencetype_day_position(parts.days.front()) != 0) return false;
    cadence.weekday = parts.days.empty() ? base::weekday(cadence.since) : weekday_of(parts.days.front());
    return true;
}

// "2WE", or "WE" with the second place; a fifth is not the last.
bool read_weekday_of_month(const Parts& parts, Cadence& cadence) {
    if (parts.days.size() != 1 || !parts.month_days.empty() || parts.positions.size() > 1) return false;
    int nth = icalrecurrencetype_day_position(parts.days.front());
    if (nth == 0 && !parts.positions.empty())
        nth = parts.positions.front();
    else if (!parts.positions.empty())
        return false;
    if (nth == 0 || nth < -1 || nth > 4) return false;
    cadence.every = Every::month_weekday;
    cadence.weekday = weekday_of(parts.days.front());
    cadence.nth = nth == -1 ? 5 : nth;
    return true;
}

// The day that every month has, or the last of those from the 28th on that it has.
std::optional<int> day_of_month(const Parts& parts, base::Date first) {
    const auto& days = parts.month_days;
    if (days.empty()) return parts.positions.empty() && first.day <= 28 ? std::optional(static_cast<int>(first.day)) : std::nullopt;
    if (days.size() == 1 && parts.positions.empty()) {
        if (days.front() == -1) return 31;
        return days.front() >= 1 && days.front() <= 28 ? std::optional<int>(days.front()) : std::nullopt;
    }
    if (parts.positions != std::vector<short>{-1}) return std::nullopt;
    for (std::size_t i = 0; i < days.size(); ++i)
        if (days[i] != static_cast<short>(28 + i)) return std::nullopt;
    return days.back();
}

bool read_day_of_month(const Parts& parts, Cadence& cadence) {
    const auto day = day_of_month(parts, cadence.since);
    if (!day) return false;
    cadence.every = Every::month_day;
    cadence.day = *day;
    return true;
}

bool read_month(const Parts& parts, Cadence& cadence) {
    return parts.days.empty() ? read_day_of_month(parts, cadence) : read_weekday_of_month(parts, cadence);
}

bool read_year(const Parts& parts, Cadence& cadence) {
    // Without its month "the second Wednesday" is that of the year.
    if (parts.months.size() > 1 || (parts.months.empty() && !(parts.days.empty() && parts.month_days.empty()))) return false;
    cadence.cycle = Cycle::year;
    cadence.month = parts.months.empty() ? static_cast<int>(cadence.since.month) : parts.months.front();
    return read_month(parts, cadence);
}

bool read_parts(const icalrecurrencetype& rule, Cadence& cadence) {
    const Parts parts(rule);
    switch (rule.freq) {
        case ICAL_WEEKLY_RECURRENCE:
            return read_week(parts, cadence);
        case ICAL_MONTHLY_RECURRENCE:
            return parts.months.empty() && read_month(parts, cadence);
        case ICAL_YEARLY_RECURRENCE:
            return read_year(parts, cadence);
        default:
            return false;
    }
}

}  // namespace

std::optional<Cadence> read_rule(std::string_view text, base::Date first) {
    constexpr std::string_view name = "RRULE:";
    if (text.starts_with(name)) text.remove_prefix(name.size());
    const auto rule = icalrecurrencetype_from_string(std::string(text).c_str());
    if (rule.freq == ICAL_NO_RECURRENCE || !is_within_what_we_keep(rule)) return std::nullopt;
    Cadence cadence{.interval = rule.interval, .since = first};
    return read_parts(rule, cadence) ? std::optional(cadence) : std::nullopt;
}

}  // namespace ical
