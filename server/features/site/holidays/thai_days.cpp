#include "site/holidays/thai_days.hpp"

#include <algorithm>
#include <array>

namespace site {

namespace {

struct Fixed {
    Occasion occasion;
    unsigned month, day;
};
// As decided by the cabinet, as it stands from 2568 (2025) on.
constexpr Fixed each_year[] = {
    {Occasion::new_year, 1, 1},        {Occasion::chakri, 4, 6},          {Occasion::songkran, 4, 13},
    {Occasion::songkran, 4, 14},       {Occasion::songkran, 4, 15},       {Occasion::coronation, 5, 4},
    {Occasion::queens_birthday, 6, 3}, {Occasion::kings_birthday, 7, 28}, {Occasion::mothers_day, 8, 12},
    {Occasion::navamindra, 10, 13},    {Occasion::chulalongkorn, 10, 23}, {Occasion::fathers_day, 12, 5},
    {Occasion::constitution, 12, 10},  {Occasion::new_years_eve, 12, 31},
};

// The yearly announcements of the Secretariat of the Cabinet; nothing is computed from the moon, because the announcement is what counts.
constexpr ThaiDay announced[] = {
    {{2025, 2, 12}, Occasion::makha_bucha},   {{2025, 5, 9}, Occasion::ploughing},      {{2025, 5, 11}, Occasion::visakha_bucha},
    {{2025, 7, 10}, Occasion::asalha_bucha},  {{2025, 7, 11}, Occasion::buddhist_lent}, {{2026, 3, 3}, Occasion::makha_bucha},
    {{2026, 5, 31}, Occasion::visakha_bucha}, {{2026, 7, 29}, Occasion::asalha_bucha},  {{2026, 7, 30}, Occasion::buddhist_lent},
};

constexpr std::array occasions_announced{Occasion::makha_bucha, Occasion::ploughing, Occasion::visakha_bucha, Occasion::asalha_bucha,
                                         Occasion::buddhist_lent};

}  // namespace

std::vector<ThaiDay> thai_days(int year) {
    std::vector<ThaiDay> days;
    if (year < first_year_of_holidays) return days;
    for (const auto& fixed : each_year) days.push_back({{year, fixed.month, fixed.day}, fixed.occasion});
    for (const auto& day : announced)
        if (day.date.year == year) days.push_back(day);
    std::ranges::sort(days);
    return days;
}

std::span<const Occasion> announced_occasions() {
    return occasions_announced;
}

}  // namespace site
