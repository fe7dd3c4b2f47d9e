#include "ical/rule.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <libical/ical.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <optional>
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

static std::string which_weekdays(const Cadence& cadence) {
    std::vector<std::string_view> names;
    for (const auto weekday : base::weekdays_of(cadence)) names.emplace_back(weekday_names.at(static_cast<std::size_t>(weekday)));
    return fmt::format("{}", fmt::join(names, ","));
}

// A day as iCalendar writes it: "20270930".
static std::string in_digits(base::Date date) {
    auto text = base::to_iso(date);
    std::erase(text, '-');
    return text;
}

static std::string how_it_ends(const Cadence& cadence) {
    if (cadence.count) return fmt::format(";COUNT={}", *cadence.count);
    return cadence.until ? ";UNTIL=" + in_digits(*cadence.until) : "";
}

static std::string how_often(const Cadence& cadence) {
    if (cadence.every == Every::week) return fmt::format("FREQ=WEEKLY;INTERVAL={};BYDAY={}", cadence.interval, which_weekdays(cadence));
    if (cadence.cycle == Cycle::year)
        return fmt::format("FREQ=YEARLY;INTERVAL={};BYMONTH={};{}", cadence.interval, month_of_calendar(cadence), which_day(cadence));
    return fmt::format("FREQ=MONTHLY;INTERVAL={};{}", cadence.interval * (cadence.cycle == Cycle::quarter ? 3 : 1), which_day(cadence));
}

std::string rule_text(const Cadence& cadence) {
    auto rule = icalrecurrencetype_from_string((how_often(cadence) + how_it_ends(cadence)).c_str());
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

// What is not kept of a rule: the name of its part, or nothing.
using NotKept = std::string_view;
constexpr NotKept all_kept{};

NotKept what_is_never_kept(const icalrecurrencetype& rule) {
    if (rule.rscale != nullptr) return "RSCALE";
    if (!listed(rule.by_year_day).empty()) return "BYYEARDAY";
    if (!listed(rule.by_week_no).empty()) return "BYWEEKNO";
    if (!listed(rule.by_hour).empty()) return "BYHOUR";
    if (!listed(rule.by_minute).empty()) return "BYMINUTE";
    if (!listed(rule.by_second).empty()) return "BYSECOND";
    if (rule.interval < 1 || rule.interval > longest_interval) return "INTERVAL";
    return rule.count < 0 || rule.count > most_days ? "COUNT" : all_kept;
}

// libical counts from Sunday, and none is 0.
Weekday weekday_of(short by_day) {
    return static_cast<Weekday>((icalrecurrencetype_day_day_of_week(by_day) + 5) % 7);
}

// Weeks that begin on another day than Monday divide the days otherwise, where not every week counts and some are on the other side of it,
// the one from which the weeks are counted among them.
bool divides_otherwise(const icalrecurrencetype& rule, const std::vector<Weekday>& days, base::Date first) {
    if (rule.interval == 1 || rule.week_start == ICAL_NO_WEEKDAY) return false;
    const auto is_before = [begins = weekday_of(static_cast<short>(rule.week_start))](Weekday day) { return day < begins; };
    const auto before = std::ranges::count_if(days, is_before);
    return before != (is_before(base::weekday(first)) ? std::ssize(days) : 0);
}

NotKept read_week(const icalrecurrencetype& rule, const Parts& parts, Cadence& cadence) {
    if (!parts.month_days.empty()) return "BYMONTHDAY";
    if (!parts.months.empty()) return "BYMONTH";
    if (!parts.positions.empty()) return "BYSETPOS";
    if (!std::ranges::all_of(parts.days, [](short day) { return icalrecurrencetype_day_position(day) == 0; })) return "BYDAY";
    cadence.weekday = parts.days.empty() ? base::weekday(cadence.since) : weekday_of(parts.days.front());
    for (const short day : parts.days) cadence.also.push_back(weekday_of(day));
    cadence.also = base::weekdays_of(cadence);
    if (divides_otherwise(rule, cadence.also, cadence.since)) return "WKST";
    cadence.weekday = cadence.also.front();
    cadence.also.erase(cadence.also.begin());
    return all_kept;
}

// "2WE", or "WE" with the second place; a fifth is not the last.
NotKept read_weekday_of_month(const Parts& parts, Cadence& cadence) {
    if (!parts.month_days.empty()) return "BYMONTHDAY";
    if (parts.days.size() != 1) return "BYDAY";
    int nth = icalrecurrencetype_day_position(parts.days.front());
    if (!parts.positions.empty()) {
        if (nth != 0 || parts.positions.size() > 1) return "BYSETPOS";
        nth = parts.positions.front();
    }
    if (nth == 0 || nth < -1 || nth > 4) return parts.positions.empty() ? "BYDAY" : "BYSETPOS";
    cadence.every = Every::month_weekday;
    cadence.weekday = weekday_of(parts.days.front());
    cadence.nth = nth == -1 ? 5 : nth;
    return all_kept;
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

NotKept read_day_of_month(const Parts& parts, Cadence& cadence) {
    const auto day = day_of_month(parts, cadence.since);
    if (!day) return "BYMONTHDAY";
    cadence.every = Every::month_day;
    cadence.day = *day;
    return all_kept;
}

NotKept read_month(const Parts& parts, Cadence& cadence) {
    return parts.days.empty() ? read_day_of_month(parts, cadence) : read_weekday_of_month(parts, cadence);
}

NotKept read_year(const Parts& parts, Cadence& cadence) {
    if (parts.months.size() > 1) return "BYMONTH";
    // Without its month "the second Wednesday" is that of the year.
    if (parts.months.empty() && !parts.days.empty()) return "BYDAY";
    if (parts.months.empty() && !parts.month_days.empty()) return "BYMONTHDAY";
    cadence.cycle = Cycle::year;
    cadence.month = parts.months.empty() ? static_cast<int>(cadence.since.month) : parts.months.front();
    return read_month(parts, cadence);
}

NotKept read_parts(const icalrecurrencetype& rule, Cadence& cadence) {
    const Parts parts(rule);
    switch (rule.freq) {
        case ICAL_WEEKLY_RECURRENCE:
            return read_week(rule, parts, cadence);
        case ICAL_MONTHLY_RECURRENCE:
            return parts.months.empty() ? read_month(parts, cadence) : "BYMONTH";
        case ICAL_YEARLY_RECURRENCE:
            return read_year(parts, cadence);
        default:
            return "FREQ";
    }
}

// False where it names a day that there is not.
bool read_end(const icalrecurrencetype& rule, Cadence& cadence) {
    if (rule.count > 0) cadence.count = rule.count;
    if (icaltime_is_null_time(rule.until) != 0) return true;
    const auto& until = rule.until;
    const base::Date day{until.year, static_cast<unsigned>(until.month), static_cast<unsigned>(until.day)};
    const bool next_in_bangkok = until.is_date == 0 && icaltime_is_utc(until) != 0 && until.hour >= 17;  // seven hours ahead
    if (day.valid()) cadence.until = next_in_bangkok ? base::add_days(day, 1) : day;
    return cadence.until && cadence.until->valid();
}

// The first day of an endless rule, from `first` on: where that is none of its days, an interval counts from `first` all the same.
std::optional<base::Date> first_of(icalrecurrencetype rule, base::Date first) {
    rule.until = icaltime_null_time();
    rule.count = 0;
    const auto start = icaltime_from_string(in_digits(first).c_str());
    const std::unique_ptr<icalrecur_iterator, decltype(&icalrecur_iterator_free)> days(icalrecur_iterator_new(rule, start),
                                                                                       icalrecur_iterator_free);
    if (!days) return std::nullopt;
    const auto day = icalrecur_iterator_next(days.get());
    if (icaltime_is_null_time(day) != 0) return std::nullopt;
    return base::Date{day.year, static_cast<unsigned>(day.month), static_cast<unsigned>(day.day)};
}

WrongRule not_kept(const icalrecurrencetype& rule, NotKept part) {
    if (part == "FREQ") return {"rule_not_kept", fmt::format("FREQ={}", icalrecur_freq_to_string(rule.freq))};
    return {"rule_not_kept", std::string(part)};
}

}  // namespace

std::variant<Cadence, WrongRule> read_rule(std::string_view text, base::Date first) {
    constexpr std::string_view name = "RRULE:";
    if (text.starts_with(name)) text.remove_prefix(name.size());
    const auto rule = icalrecurrencetype_from_string(std::string(text).c_str());
    Cadence cadence{.interval = rule.interval, .since = first};
    if (rule.freq == ICAL_NO_RECURRENCE || !read_end(rule, cadence)) return WrongRule{"rule_unreadable"};
    if (const auto part = what_is_never_kept(rule); !part.empty()) return not_kept(rule, part);
    if (const auto part = read_parts(rule, cadence); !part.empty()) return not_kept(rule, part);
    const auto begins = first_of(rule, first);
    if (!begins || (cadence.until && *cadence.until < *begins)) return WrongRule{"rule_never_meets"};
    cadence.since = *begins;
    return cadence;
}

}  // namespace ical
