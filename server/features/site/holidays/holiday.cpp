#include "site/holidays/holiday.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/enum_names.hpp"
#include "base/locale.hpp"

namespace site {

namespace {

using base::Date;
using base::Language;

constexpr std::size_t most_of_a_year = 60;

std::string in(Language language, Occasion occasion) {
    return base::say(language, "site_occasion_" + std::string(base::name_of(occasion)));
}

Holiday named(Date date, Occasion occasion, Origin origin) {
    return {date, in(Language::th, occasion), in(Language::en, occasion), origin, occasion};
}

Holiday instead_of(const Holiday& holiday, Date date) {
    const auto word = [&](Language language, const std::string& name) { return base::say(language, "site_instead_of", {{"name", name}}); };
    return {date, word(Language::th, holiday.name), word(Language::en, holiday.name_en), Origin::instead, holiday.occasion};
}

bool is_weekend(Date date) {
    return base::weekday(date) >= base::Weekday::saturday;
}

using ByDate = std::map<Date, Holiday>;

// The public ones: of the table, and those that the administrators have entered for their occasion.
ByDate public_days(int year, const OwnYear& own) {
    ByDate days;
    for (const auto& day : thai_days(year)) days.emplace(day.date, named(day.date, day.occasion, Origin::table));
    for (const auto& day : own.days)
        if (day.occasion) days.insert_or_assign(day.date, named(day.date, *day.occasion, Origin::own));
    for (const auto date : own.not_kept) days.erase(date);
    return days;
}

// The next working day; the other days of its weekend lead to the same.
Date working_day_after(Date date, const ByDate& taken) {
    do date = base::add_days(date, 1);
    while (is_weekend(date) || taken.contains(date));
    return date;
}

}  // namespace

void check(const OwnYear& own, int year, json::Errors& errors) {
    std::set<Date> seen;
    if (own.days.size() > most_of_a_year) errors.add("/days", "too_many", {{"max", static_cast<std::int64_t>(most_of_a_year)}});
    if (own.not_kept.size() > most_of_a_year) errors.add("/not_kept", "too_many", {{"max", static_cast<std::int64_t>(most_of_a_year)}});
    const auto look = [&](const std::string& at, Date date) {
        if (date.year != year) errors.add(at, "other_year");
        if (!seen.insert(date).second) errors.add(at, "duplicate");
    };
    for (std::size_t i = 0; i < own.days.size(); ++i) look("/days/" + std::to_string(i) + "/date", own.days[i].date);
    for (std::size_t i = 0; i < own.not_kept.size(); ++i) look("/not_kept/" + std::to_string(i), own.not_kept[i]);
}

std::vector<Holiday> holidays_of(int year, const OwnYear& own, const OwnYear& before) {
    auto days = public_days(year - 1, before);
    days.merge(public_days(year, own));
    const auto taken = days;
    for (const auto& [date, holiday] : taken)
        if (is_weekend(date)) {
            const auto instead = working_day_after(date, taken);
            days.emplace(instead, instead_of(holiday, instead));
        }
    for (const auto date : own.not_kept) days.erase(date);
    for (const auto& day : own.days)
        days.insert_or_assign(
            day.date, Holiday{day.date, day.name.value, day.name_en ? day.name_en->value : day.name.value, Origin::own, day.occasion});
    std::vector<Holiday> list;
    for (auto& [date, holiday] : days)
        if (date.year == year) list.push_back(std::move(holiday));
    return list;
}

std::vector<Occasion> missing_occasions(int year, const OwnYear& own) {
    const auto known = thai_days(year);
    std::vector<Occasion> missing;
    for (const auto occasion : announced_occasions())
        if (std::ranges::find(known, occasion, &ThaiDay::occasion) == known.end() &&
            std::ranges::find(own.days, std::optional{occasion}, &OwnDay::occasion) == own.days.end())
            missing.push_back(occasion);
    return missing;
}

}  // namespace site
