#include "base/period.hpp"

#include <string>

#include "base/thai_calendar.hpp"

namespace base {

// Four digits in all, Arabic or Thai (U+0E50 to U+0E59: E0 B9 90 to E0 B9 99).
static bool has_whole_year(std::string_view text) {
    int digits = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool thai =
            text.substr(at).starts_with("\xE0\xB9") && at + 2 < text.size() && text[at + 2] >= '\x90' && text[at + 2] <= '\x99';
        if (thai || (text[at] >= '0' && text[at] <= '9')) ++digits;
    }
    return digits == 4;
}

static Date last_of_month(Date day) {
    const Date next = day.month == 12 ? Date{day.year + 1, 1, 1} : Date{day.year, day.month + 1, 1};
    return add_days(next, -1);
}

std::optional<Period> read_period(std::string_view text) {
    if (const auto day = read_date(text)) return Period{*day, *day};
    if (!has_whole_year(text)) return std::nullopt;
    if (const auto month = read_date("1 " + std::string(text))) return Period{*month, last_of_month(*month)};
    if (const auto year = read_date("1 มกราคม " + std::string(text))) return Period{*year, {year->year, 12, 31}};
    return std::nullopt;
}

}  // namespace base
