#include "site/holidays/calendar.hpp"

#include <algorithm>

#include "site/settings/section.hpp"

namespace site {

std::string section_of_year(int year) {
    return "holidays_" + std::to_string(year);
}

KeptYear find_year(db::Session& db, int year) {
    const auto stored = find_section(db, section_of_year(year));
    if (!stored) return {{}, as_it_came};
    return {json::read_own<OwnYear>(stored->content), stored->version};
}

std::vector<YearToEnter> years_to_enter(db::Session& db, base::Date from, base::Date to) {
    constexpr unsigned last_month_of_announced_days = 8;
    std::vector<YearToEnter> years;
    for (int year = std::max(from.year, first_year_of_holidays); year <= to.year; ++year) {
        if (year == from.year && from.month > last_month_of_announced_days) continue;
        auto missing = missing_occasions(year, find_year(db, year).own);
        if (!missing.empty()) years.push_back({year, std::move(missing)});
    }
    return years;
}

std::vector<Holiday> holidays(db::Session& db, base::Date from, base::Date to) {
    std::vector<Holiday> found;
    auto before = find_year(db, from.year - 1).own;
    for (int year = from.year; year <= to.year; ++year) {
        auto own = find_year(db, year).own;
        for (auto& holiday : holidays_of(year, own, before))
            if (holiday.date >= from && holiday.date <= to) found.push_back(std::move(holiday));
        before = std::move(own);
    }
    return found;
}

}  // namespace site
