#include "circles/circle/circle.hpp"

#include <algorithm>

namespace circles {

bool is_dialogue(CircleKind kind) {
    switch (kind) {
        case CircleKind::dialogue:
        case CircleKind::deliberation:
        case CircleKind::tea_circle:
        case CircleKind::story_circle:
        case CircleKind::practice:
            return true;
        default:
            return false;
    }
}

static void check_cycle(const Rhythm& rhythm, json::Errors& errors) {
    if (rhythm.every == base::Every::week || rhythm.cycle.value_or(base::Cycle::month) == base::Cycle::month) return;
    if (!rhythm.month) errors.add("/month", "required");
    if (rhythm.cycle == base::Cycle::quarter && rhythm.month && *rhythm.month > 3) errors.add("/month", "too_large", {{"max", 3}});
}

static void check_weekdays(const Rhythm& rhythm, json::Errors& errors) {
    if (!rhythm.also || rhythm.also->empty()) return;
    if (rhythm.every != base::Every::week) return errors.add("/also", "weekdays_of_weeks");
    for (std::size_t i = 0; i < rhythm.also->size(); ++i)
        if (rhythm.also->at(i) == rhythm.weekday || std::ranges::count(*rhythm.also, rhythm.also->at(i)) > 1)
            errors.add("/also/" + std::to_string(i), "duplicate");
}

static void check_end(const Rhythm& rhythm, json::Errors& errors) {
    if (rhythm.until && rhythm.count) errors.add("/count", "ends_twice");
    if (rhythm.until && rhythm.since && *rhythm.until < *rhythm.since) errors.add("/until", "ends_before_it_begins");
}

void check(const Rhythm& rhythm, json::Errors& errors) {
    check_cycle(rhythm, errors);
    check_weekdays(rhythm, errors);
    check_end(rhythm, errors);
    if (rhythm.every == base::Every::month_day) {
        if (!rhythm.day) errors.add("/day", "required");
        return;
    }
    if (!rhythm.weekday) errors.add("/weekday", "required");
    if (rhythm.every == base::Every::month_weekday && !rhythm.nth) errors.add("/nth", "required");
}

template <std::int64_t Max>
static int number(const std::optional<base::Whole<1, Max>>& whole) {
    return whole ? static_cast<int>(whole->value) : 1;
}

base::Cadence cadence(const Rhythm& rhythm, base::Date began, const base::FiscalCalendar& fiscal) {
    return {.every = rhythm.every,
            .interval = static_cast<int>(rhythm.interval.value),
            .weekday = rhythm.weekday.value_or(base::Weekday::monday),
            .also = rhythm.also.value_or(std::vector<base::Weekday>{}),
            .nth = number(rhythm.nth),
            .day = number(rhythm.day),
            .cycle = rhythm.cycle.value_or(base::Cycle::month),
            .month = number(rhythm.month),
            .year_begins = rhythm.years == Years::fiscal ? static_cast<int>(fiscal.begins) : 1,
            .since = rhythm.since.value_or(began),
            .until = rhythm.until,
            .count = rhythm.count ? std::optional(static_cast<int>(rhythm.count->value)) : std::nullopt};
}

Rhythm rhythm_of(const base::Cadence& cadence) {
    Rhythm rhythm{.every = cadence.every, .interval = {cadence.interval}, .since = cadence.since, .until = cadence.until};
    if (!cadence.also.empty()) rhythm.also = cadence.also;
    if (cadence.count) rhythm.count = {*cadence.count};
    if (cadence.every != base::Every::month_day) rhythm.weekday = cadence.weekday;
    if (cadence.every == base::Every::month_weekday) rhythm.nth = {cadence.nth};
    if (cadence.every == base::Every::month_day) rhythm.day = {cadence.day};
    if (cadence.cycle == base::Cycle::month) return rhythm;
    rhythm.cycle = cadence.cycle;
    rhythm.month = {cadence.month};
    rhythm.years = Years::calendar;
    return rhythm;
}

void check_times(const std::optional<base::TimeOfDay>& starts, const std::optional<base::TimeOfDay>& ends, json::Errors& errors) {
    if (ends && !starts) errors.add("/starts", "required");
    if (starts && ends && *ends <= *starts) errors.add("/ends", "ends_before_start");
}

void check(const CircleForm& form, json::Errors& errors) {
    check_times(form.starts, form.ends, errors);
    if (!form.organiser) errors.add("/organiser", "required");
}

}  // namespace circles
