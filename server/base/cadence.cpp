#include "base/cadence.hpp"

#include <algorithm>

namespace base {

static Date first_of(Date month) {
    return {month.year, month.month, 1};
}

static Date months_later(Date month, int months) {
    const int index = month.year * 12 + static_cast<int>(month.month) - 1 + months;
    return {index / 12, static_cast<unsigned>(index % 12) + 1, 1};
}

static int months_between(Date from, Date to) {
    return (to.year - from.year) * 12 + static_cast<int>(to.month) - static_cast<int>(from.month);
}

static Date on_or_after(Date date, Weekday wanted) {
    const int ahead = (static_cast<int>(wanted) - static_cast<int>(weekday(date)) + 7) % 7;
    return add_days(date, ahead);
}

static Date in_month(const Cadence& cadence, Date month) {
    const Date last = add_days(months_later(month, 1), -1);
    if (cadence.every == Every::month_day) return {month.year, month.month, std::min(static_cast<unsigned>(cadence.day), last.day)};
    if (cadence.nth >= 5) return on_or_after(add_days(last, -6), cadence.weekday);
    return add_days(on_or_after(month, cadence.weekday), 7 * (cadence.nth - 1));
}

// The first turn that can fall on or after `from`, so that a circle of twenty years is not walked from its beginning.
static int turns_before(int passed, int interval) {
    return std::max(0, passed / interval);
}

static std::vector<Date> weekly(const Cadence& cadence, Date from, Date to) {
    const int step = 7 * cadence.interval;
    const auto weekdays = weekdays_of(cadence);
    Date start = on_or_after(cadence.since, weekdays.front());
    for (const auto wanted : weekdays) start = std::min(start, on_or_after(cadence.since, wanted));
    // Its weeks are counted from that of its first day.
    const Date monday = add_days(start, -static_cast<int>(weekday(start)));
    std::vector<Date> days;
    for (Date week = add_days(monday, step * turns_before(days_between(monday, from), step)); week <= to; week = add_days(week, step))
        for (const auto wanted : weekdays) {
            const Date day = add_days(week, static_cast<int>(wanted));
            if (day >= std::max(from, start) && day <= to) days.push_back(day);
        }
    return days;
}

static int months_in(Cycle cycle) {
    return cycle == Cycle::year ? 12 : cycle == Cycle::quarter ? 3 : 1;
}

// The first month, from that of `since` on, which has the wanted place in its quarter or year.
static Date first_month(const Cadence& cadence) {
    const int length = months_in(cadence.cycle);
    const auto begun = static_cast<int>(cadence.since.month) + 12 - cadence.year_begins;
    const int ahead = (cadence.month - 1 - begun % length + length) % length;
    return months_later(first_of(cadence.since), ahead);
}

static std::vector<Date> monthly(const Cadence& cadence, Date from, Date to) {
    const Date start = first_month(cadence);
    const int step = cadence.interval * months_in(cadence.cycle);
    const int skipped = turns_before(months_between(start, from), step);
    std::vector<Date> days;
    for (Date month = months_later(start, skipped * step); month <= to; month = months_later(month, step)) {
        const Date day = in_month(cadence, month);
        if (day >= std::max(from, cadence.since) && day <= to) days.push_back(day);
    }
    return days;
}

static std::vector<Date> endless(const Cadence& cadence, Date from, Date to) {
    return cadence.every == Every::week ? weekly(cadence, from, to) : monthly(cadence, from, to);
}

std::vector<Weekday> weekdays_of(const Cadence& cadence) {
    auto weekdays = cadence.also;
    weekdays.push_back(cadence.weekday);
    std::ranges::sort(weekdays);
    weekdays.erase(std::ranges::unique(weekdays).begin(), weekdays.end());
    return weekdays;
}

std::optional<Date> first_day(const Cadence& cadence) {
    // None begins later than one turn after its beginning.
    const int months = months_in(cadence.cycle) * (cadence.interval + 1) + 1;
    const int longest = cadence.every == Every::week ? 7 : 31 * months;
    const auto days = days_of(cadence, cadence.since, add_days(cadence.since, longest));
    return days.empty() ? std::nullopt : std::optional(days.front());
}

std::vector<Date> days_of(const Cadence& cadence, Date from, Date to) {
    const Date last = cadence.until ? std::min(to, *cadence.until) : to;
    if (!cadence.count) return endless(cadence, from, last);
    auto days = endless(cadence, cadence.since, last);  // counted from its first day on, wherever one looks
    if (std::ssize(days) > *cadence.count) days.resize(static_cast<std::size_t>(*cadence.count));
    std::erase_if(days, [&](Date day) { return day < from; });
    return days;
}

}  // namespace base
