#include "base/reporting_period.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/digits.hpp"
#include "base/locale.hpp"
#include "base/thai_calendar.hpp"

namespace base {

namespace {

constexpr int first_buddhist_year = 2400;
constexpr int buddhist_offset = 543;
constexpr int first_year = 1800, last_year = 2300;
constexpr unsigned fiscal_month = 10;

struct Months {
    int year;
    unsigned first;
    int count;
};

ReportingPeriod of_months(PeriodKind kind, Months months) {
    const int after = static_cast<int>(months.first) - 1 + months.count;
    const Date next{months.year + after / 12, static_cast<unsigned>(after % 12) + 1, 1};
    return {kind, {months.year, months.first, 1}, add_days(next, -1)};
}

// A year by the number that somebody wrote.
std::optional<int> common_year(int written) {
    const int year = written >= first_buddhist_year ? written - buddhist_offset : written;
    return year >= first_year && year <= last_year ? std::optional(year) : std::nullopt;
}

Date monday_of_week(int year, int week) {
    const Date fourth{year, 1, 4};  // lies in week 1, whatever day it is
    return add_days(fourth, (week - 1) * 7 - static_cast<int>(weekday(fourth)));
}

ReportingPeriod week_from(Date monday) {
    return {PeriodKind::week, monday, add_days(monday, 6)};
}

using Result = std::variant<ReportingPeriod, PeriodFault>;

// Takes a text apart from its left end.
class Reader {
  public:
    explicit Reader(std::string_view text) : text_(text) {}

    Result read() {
        const bool is_fiscal = take_fiscal_word();
        const auto digits = leading_digits();
        if (digits < 4) return digits > 0 ? PeriodFault::short_year : PeriodFault::no_period;
        const auto year = common_year(take_number(4));
        if (!year) return PeriodFault::no_such_year;
        year_ = *year;
        return is_fiscal ? read_fiscal() : read_rest();
    }

  private:
    bool take_fiscal_word() {
        for (const std::string_view word : {"ปีงบประมาณ", "งบประมาณ", "ปีงบ", "งบ", "FY", "fy"}) {
            if (!take(word)) continue;
            while (take(" ") || take("พ.ศ.") || take(".")) {
            }
            return true;
        }
        return false;
    }

    // The year is the one in which it ends.
    Result read_fiscal() {
        if (text_.empty()) return of_months(PeriodKind::fiscal_year, {year_ - 1, fiscal_month, 12});
        if (take_letter('q')) return part({PeriodKind::quarter, 3, fiscal_month}, year_ - 1);
        if (take_letter('s')) return part({PeriodKind::fiscal_half, 6, fiscal_month}, year_ - 1);
        return is_second_year() ? PeriodFault::two_years : PeriodFault::no_period;
    }

    Result read_rest() {
        if (text_.empty()) return of_months(PeriodKind::year, {year_, 1, 12});
        if (text_ == "Oct") return of_months(PeriodKind::fiscal_year, {year_, fiscal_month, 12});
        if (take("April")) return take_letter('s') ? part({PeriodKind::fiscal_half, 6, 4}, year_) : PeriodFault::no_period;
        if (take_letter('q')) return part({PeriodKind::quarter, 3, 1}, year_);
        if (take_letter('s')) return part({PeriodKind::half_year, 6, 1}, year_);
        if (take_letter('w')) return read_week();
        if (is_second_year()) return PeriodFault::two_years;
        return take("-") ? read_dashed() : read_solid();
    }

    // "/68", "/2568", "-68", "-2568" after 2567: two years that may be a school's or an office's.
    bool is_second_year() const {
        if (text_.size() < 3) return false;
        const auto rest = text_.substr(1);
        if (text_[0] == '/') return is_all_digits(rest);
        const auto is_next = [&](int year) {
            const auto name = std::to_string(year);
            return rest == name || (rest == name.substr(2) && rest > "12");  // up to 12 it is a month
        };
        return text_[0] == '-' && (is_next(year_ + 1) || is_next(year_ + 1 + buddhist_offset));
    }

    Result read_week() {
        const auto digits = leading_digits();
        if (digits == 0 || digits != text_.size() || digits > 2) return PeriodFault::no_period;
        const int week = take_number(digits);
        const auto monday = monday_of_week(year_, week);
        if (week < 1 || monday >= monday_of_week(year_ + 1, 1)) return PeriodFault::no_such_day;
        return week_from(monday);
    }

    // After "2564-": a month, a day or the last of five years.
    Result read_dashed() {
        const auto digits = leading_digits();
        if (digits == 4 && text_.size() == 4) return read_five_years();
        if (digits == 0 || digits > 2) return PeriodFault::no_period;
        const int month = take_number(digits);
        if (text_.empty()) return month_of(month);
        if (!take("-")) return PeriodFault::no_period;
        return read_day(month);
    }

    // After "2564": "05" or "0513".
    Result read_solid() {
        const auto digits = leading_digits();
        if (digits != text_.size() || (digits != 2 && digits != 4)) return PeriodFault::no_period;
        const int month = take_number(2);
        return text_.empty() ? month_of(month) : read_day(month);
    }

    Result read_five_years() {
        const auto last = common_year(take_number(4));
        if (!last) return PeriodFault::no_such_year;
        return *last == year_ + 4 ? Result(of_months(PeriodKind::five_years, {year_, 1, 60})) : PeriodFault::no_period;
    }

    Result month_of(int month) const {
        if (month < 1 || month > 12) return PeriodFault::no_such_day;
        return of_months(PeriodKind::month, {year_, static_cast<unsigned>(month), 1});
    }

    Result read_day(int month) {
        const auto digits = leading_digits();
        if (digits == 0 || digits > 2 || digits != text_.size()) return PeriodFault::no_period;
        const Date day{year_, static_cast<unsigned>(month), static_cast<unsigned>(take_number(digits))};
        return day.valid() ? Result(ReportingPeriod{PeriodKind::day, day, day}) : PeriodFault::no_such_day;
    }

    struct Parts {
        PeriodKind kind;
        int months;
        unsigned first_month;
    };
    Result part(Parts parts, int year) {
        const auto digits = leading_digits();
        if (digits != 1 || text_.size() != 1) return PeriodFault::no_period;
        const int number = take_number(1);
        if (number < 1 || number > 12 / parts.months) return PeriodFault::no_period;
        const int before = static_cast<int>(parts.first_month) - 1 + (number - 1) * parts.months;
        return of_months(parts.kind, {year + before / 12, static_cast<unsigned>(before % 12) + 1, parts.months});
    }

    static bool is_all_digits(std::string_view text) {
        return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    }
    std::size_t leading_digits() const { return std::min(text_.find_first_not_of("0123456789"), text_.size()); }
    int take_number(std::size_t digits) {
        int number = 0;
        std::from_chars(text_.data(), text_.data() + digits, number);
        text_.remove_prefix(digits);
        return number;
    }
    bool take(std::string_view wanted) {
        if (!text_.starts_with(wanted)) return false;
        text_.remove_prefix(wanted.size());
        return true;
    }
    bool take_letter(char small) { return take({&small, 1}) || take(std::string(1, static_cast<char>(small - 'a' + 'A'))); }

    std::string_view text_;
    int year_ = 0;
};

int week_of(Date monday) {
    return days_between(monday_of_week(add_days(monday, 3).year, 1), monday) / 7 + 1;
}

std::string year_text(Date day, Language language) {
    return std::to_string(language == Language::th ? buddhist_year(day) : day.year);
}

// "มกราคม–มีนาคม 2564", "ตุลาคม 2563–มีนาคม 2564"
std::string months_text(const ReportingPeriod& period, Language language) {
    auto text = month_name(period.first.month, language);
    if (period.first.year != period.last.year) text += " " + year_text(period.first, language);
    return text + "–" + month_name(period.last.month, language) + " " + year_text(period.last, language);
}

}  // namespace

std::variant<ReportingPeriod, PeriodFault> read_reporting_period(std::string_view typed) {
    const auto arabic = with_arabic_digits(typed);
    const auto text = without_outer_spaces(arabic);
    return text.empty() ? PeriodFault::empty : Reader(text).read();
}

std::string code_of(const ReportingPeriod& period) {
    const auto [year, month, day] = period.first;
    switch (period.kind) {
        case PeriodKind::day:
            return fmt::format("{}{:02}{:02}", year, month, day);
        case PeriodKind::week:
            return fmt::format("{}W{}", add_days(period.first, 3).year, week_of(period.first));
        case PeriodKind::month:
            return fmt::format("{}{:02}", year, month);
        case PeriodKind::quarter:
            return fmt::format("{}Q{}", year, (month + 2) / 3);
        case PeriodKind::half_year:
            return fmt::format("{}S{}", year, (month + 5) / 6);
        case PeriodKind::fiscal_half:
            return fmt::format("{}AprilS{}", year, month == fiscal_month ? 2 : 1);
        case PeriodKind::year:
            return std::to_string(year);
        case PeriodKind::fiscal_year:
            return fmt::format("{}Oct", year);
        case PeriodKind::five_years:
            return fmt::format("{}-{}", year, year + 4);
    }
    return {};
}

std::string title_of(const ReportingPeriod& period, Language language) {
    switch (period.kind) {
        case PeriodKind::day:
            return long_date(period.first, language);
        case PeriodKind::week:
            return say(language, "period_week",
                       {{"first", short_date(period.first, language)}, {"last", short_date(period.last, language)}});
        case PeriodKind::month:
            return month_name(period.first.month, language) + " " + year_text(period.first, language);
        case PeriodKind::quarter:
        case PeriodKind::half_year:
        case PeriodKind::fiscal_half:
            return months_text(period, language);
        case PeriodKind::year:
            return say(language, "period_year", {{"year", year_text(period.first, language)}});
        case PeriodKind::fiscal_year:
            return say(language, "period_fiscal_year", {{"year", year_text(period.last, language)}});
        case PeriodKind::five_years:
            return say(language, "period_years",
                       {{"first", year_text(period.first, language)}, {"last", year_text(period.last, language)}});
    }
    return {};
}

ReportingPeriod period_around(Date day, PeriodKind kind) {
    constexpr int national_plans = 2;  // 2560 is 2017, and 2017 % 5 is 2
    const auto start_of = [&](unsigned months, unsigned first) {
        const auto since = (day.month + 12 - first) % months;
        const int month = static_cast<int>(day.month) - static_cast<int>(since);
        return month < 1 ? Months{day.year - 1, static_cast<unsigned>(month + 12), static_cast<int>(months)}
                         : Months{day.year, static_cast<unsigned>(month), static_cast<int>(months)};
    };
    switch (kind) {
        case PeriodKind::day:
            return {kind, day, day};
        case PeriodKind::week:
            return week_from(add_days(day, -static_cast<int>(weekday(day))));
        case PeriodKind::month:
            return of_months(kind, start_of(1, 1));
        case PeriodKind::quarter:
            return of_months(kind, start_of(3, 1));
        case PeriodKind::half_year:
            return of_months(kind, start_of(6, 1));
        case PeriodKind::fiscal_half:
            return of_months(kind, start_of(6, fiscal_month));
        case PeriodKind::year:
            return of_months(kind, start_of(12, 1));
        case PeriodKind::fiscal_year:
            return of_months(kind, start_of(12, fiscal_month));
        case PeriodKind::five_years:
            break;
    }
    return of_months(kind, {day.year - (day.year + 5 - national_plans) % 5, 1, 60});
}

int count_inside(const Period& days, PeriodKind kind) {
    int count = 0;
    auto period = period_around(days.first, kind);
    if (period.first < days.first) period = period_around(add_days(period.last, 1), kind);
    for (; period.last <= days.last; period = period_around(add_days(period.last, 1), kind)) ++count;
    return count;
}

}  // namespace base
