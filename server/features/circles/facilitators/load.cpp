#include "circles/facilitators/facilitators.hpp"

namespace circles {

void check(const AwayForm& form, json::Errors& errors) {
    if (form.to < form.from) errors.add("/to", "ends_before_it_begins");
}

static void add_of_year(Load& load, base::Date date, std::optional<double> hours, base::Date today) {
    if (!load.last || *load.last < date) load.last = date;
    if (date <= base::add_days(today, -365) || date > today) return;
    ++load.sessions_of_year;
    load.hours_of_year += hours.value_or(0);
}

void add_led(Load& load, const LedSession& led, base::Date today) {
    std::optional<double> hours;
    if (led.starts && led.ends) hours = static_cast<double>(led.ends->minutes - led.starts->minutes) / 60;
    ++load.sessions;
    if (!hours) ++load.untimed;
    load.hours += hours.value_or(0);
    add_of_year(load, led.date, hours, today);
}

void add_practice(Load& load, const PracticeSession& practice, base::Date today) {
    ++load.practices;
    load.practice_hours += practice.hours.value_or(0);
    add_of_year(load, practice.date, practice.hours, today);
}

}  // namespace circles
