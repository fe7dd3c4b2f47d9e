#include "base/meeting_days.hpp"

#include <algorithm>
#include <set>

namespace base {

// No run of holidays is longer; where every day is one, a meeting is skipped.
static constexpr int longest_shift = 31;

bool is_working_day(Date date, const std::vector<Date>& holidays) {
    return weekday(date) < Weekday::saturday && !std::ranges::binary_search(holidays, date);
}

static std::optional<Date> shifted(Date date, int step, const std::vector<Date>& holidays) {
    for (int days = 1; days <= longest_shift; ++days) {
        const Date other = add_days(date, step * days);
        if (is_working_day(other, holidays)) return other;
    }
    return std::nullopt;
}

static MeetingDay by_holidays(Date due, const Calendar& calendar) {
    if (calendar.on_holiday == OnHoliday::meet || !std::ranges::binary_search(calendar.holidays, due)) return {due, due, Became::kept};
    if (calendar.on_holiday == OnHoliday::skip) return {due, std::nullopt, Became::skipped};
    const auto other = shifted(due, calendar.on_holiday == OnHoliday::next_working_day ? 1 : -1, calendar.holidays);
    return {due, other, other ? Became::shifted : Became::skipped};
}

static MeetingDay as_settled(const DayException& exception) {
    switch (exception.settled) {
        case Settled::cancelled:
            return {exception.day, std::nullopt, Became::cancelled};
        case Settled::postponed:
            return {exception.day, exception.to, Became::postponed};
        case Settled::extra:
            break;
    }
    return {exception.day, exception.day, Became::extra};
}

static void skip_what_would_meet_twice(std::vector<MeetingDay>& days) {
    std::set<Date> taken;
    for (const auto& day : days)
        if (day.on && day.became != Became::shifted) taken.insert(*day.on);
    for (auto& day : days)
        if (day.became == Became::shifted && !taken.insert(*day.on).second) day = {day.due, std::nullopt, Became::skipped};
}

std::vector<MeetingDay> meeting_days(const std::optional<Cadence>& cadence, const Calendar& calendar, Date from, Date to) {
    std::vector<MeetingDay> days;
    const auto settled_on = [&](Date due) { return std::ranges::find(calendar.exceptions, due, &DayException::day); };
    for (const Date due : cadence ? days_of(*cadence, from, to) : std::vector<Date>{})
        if (settled_on(due) == calendar.exceptions.end()) days.push_back(by_holidays(due, calendar));
    for (const auto& exception : calendar.exceptions)
        if (exception.day >= from && exception.day <= to) days.push_back(as_settled(exception));
    std::ranges::sort(days, {}, &MeetingDay::due);
    skip_what_would_meet_twice(days);
    return days;
}

}  // namespace base
