#include "circles/community/local_day.hpp"

#include <algorithm>

namespace circles {

constexpr int longest_span = 300;

void check(const LocalDayContent& content, json::Errors& errors) {
    if (!content.last) return;
    if (*content.last < content.first) errors.add("/last", "ends_before_it_begins");
    if (base::days_between(content.first, *content.last) > longest_span) errors.add("/last", "too_long_a_span", {{"max", longest_span}});
}

static base::Date in_year(base::Date date, int year) {
    date.year = year;
    return date.valid() ? date : base::Date{year, date.month, date.day - 1};
}

std::vector<Span> occurrences(const LocalDay& day, const Span& span) {
    std::vector<Span> found;
    const int length = base::days_between(day.first, day.last);
    const int last_year = day.yearly ? span.to.year : day.first.year;
    for (int year = day.yearly ? std::max(day.first.year, span.from.year - 1) : day.first.year; year <= last_year; ++year) {
        const auto first = in_year(day.first, year);
        const auto last = base::add_days(first, length);
        if (last >= span.from && first <= span.to) found.push_back({first, last});
    }
    return found;
}

}  // namespace circles
