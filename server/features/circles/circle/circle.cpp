#include "circles/circle/circle.hpp"

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

void check(const Rhythm& rhythm, json::Errors& errors) {
    if (rhythm.every == base::Every::month_day) {
        if (!rhythm.day) errors.add("/day", "required");
        return;
    }
    if (!rhythm.weekday) errors.add("/weekday", "required");
    if (rhythm.every == base::Every::month_weekday && !rhythm.nth) errors.add("/nth", "required");
}

base::Cadence cadence(const Rhythm& rhythm, base::Date since) {
    return {.every = rhythm.every,
            .interval = static_cast<int>(rhythm.interval.value),
            .weekday = rhythm.weekday.value_or(base::Weekday::monday),
            .nth = static_cast<int>(rhythm.nth.value_or(base::Whole<1, 5>{}).value),
            .day = static_cast<int>(rhythm.day.value_or(base::Whole<1, 31>{}).value),
            .since = since};
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
