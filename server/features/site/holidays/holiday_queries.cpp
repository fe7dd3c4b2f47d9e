#include "site/holidays/calendar.hpp"
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
