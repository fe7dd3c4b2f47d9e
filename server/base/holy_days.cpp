#include "base/holy_days.hpp"

namespace base {

namespace {

// From the eighth month to the sixth: of even ones thirty days, of odd ones twenty-nine.
constexpr int month_lengths[] = {30, 29, 30, 29, 30, 29, 30, 29, 30, 29, 30};
constexpr int short_month = 29;
constexpr int long_month = 30;
constexpr int full_moon = 14;  // days after the first of a month

// The first three of a month are the same however long it is.
void add_but_last(std::vector<Date>& days, Date first) {
    for (const int after : {7, full_moon, 22}) days.push_back(add_days(first, after));
}

Date add_month(std::vector<Date>& days, Date first, int length) {
    add_but_last(days, first);
    days.push_back(add_days(first, length - 1));
    return add_days(first, length);
}

// What lies between the sixth month and the next eighth one, by how long it is; false where no calendar has such a year.
bool add_rest(std::vector<Date>& days, Date seventh, int length) {
    if (length == short_month || length == long_month) {
        add_month(days, seventh, length);
        return true;
    }
    if (length != short_month + long_month) return false;
    add_month(days, add_month(days, seventh, short_month), long_month);
    return true;
}

}  // namespace

HolyDays holy_days(const std::vector<Date>& asalha) {
    HolyDays known;
    for (std::size_t i = 0; i < asalha.size(); ++i) {
        auto first = add_days(asalha[i], -full_moon);
        for (const int length : month_lengths) first = add_month(known.days, first, length);
        const bool is_closed =
            i + 1 < asalha.size() && add_rest(known.days, first, days_between(first, add_days(asalha[i + 1], -full_moon)));
        if (!is_closed) add_but_last(known.days, first);
    }
    if (!known.days.empty()) known.known_until = known.days.back();
    return known;
}

}  // namespace base
