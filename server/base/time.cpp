#include "base/time.hpp"

#include <charconv>
#include <chrono>

namespace base {
namespace {

constexpr std::int64_t ms_per_minute = 60'000;
constexpr std::int64_t ms_per_day = 24 * 60 * ms_per_minute;
constexpr std::int64_t bangkok_offset = 7 * 60 * ms_per_minute;

std::chrono::sys_days to_days(Date date) {
    return std::chrono::year{date.year} / std::chrono::month{date.month} / std::chrono::day{date.day};
}

Date to_date(std::chrono::sys_days days) {
    const std::chrono::year_month_day ymd{days};
    return {int{ymd.year()}, unsigned{ymd.month()}, unsigned{ymd.day()}};
}

std::int64_t day_number(std::int64_t ms) {
    return ms >= 0 ? ms / ms_per_day : -((-ms + ms_per_day - 1) / ms_per_day);
}

// Takes exactly `digits` digits off the front of `text`; nullopt if they are not there.
std::optional<int> take_digits(std::string_view& text, std::size_t digits) {
    int value = 0;
    if (text.size() < digits) return std::nullopt;
    const auto [end, error] = std::from_chars(text.data(), text.data() + digits, value);
    if (error != std::errc{} || end != text.data() + digits || text.front() == '-') return std::nullopt;
    text.remove_prefix(digits);
    return value;
}

bool take(std::string_view& text, char wanted) {
    if (text.empty() || text.front() != wanted) return false;
    text.remove_prefix(1);
    return true;
}

std::optional<Date> take_date(std::string_view& text) {
    const auto year = take_digits(text, 4);
    if (!year || !take(text, '-')) return std::nullopt;
    const auto month = take_digits(text, 2);
    if (!month || !take(text, '-')) return std::nullopt;
    const auto day = take_digits(text, 2);
    if (!day) return std::nullopt;
    const Date date{*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day)};
    return date.valid() ? std::optional{date} : std::nullopt;
}

std::optional<TimeOfDay> take_time(std::string_view& text) {
    const auto hour = take_digits(text, 2);
    if (!hour || *hour > 23 || !take(text, ':')) return std::nullopt;
    const auto minute = take_digits(text, 2);
    if (!minute || *minute > 59) return std::nullopt;
    return TimeOfDay{*hour * 60 + *minute};
}

// ":ss" and ".fff", both optional, in milliseconds.
std::optional<std::int64_t> take_seconds(std::string_view& text) {
    if (!take(text, ':')) return 0;
    const auto seconds = take_digits(text, 2);
    if (!seconds || *seconds > 59) return std::nullopt;
    std::int64_t ms = *seconds * 1000;
    if (!take(text, '.')) return ms;
    std::int64_t unit = 100;
    bool any = false;
    for (; const auto digit = take_digits(text, 1); unit /= 10, any = true) ms += *digit * unit;
    return any ? std::optional{ms} : std::nullopt;
}

// "Z" or "+07:00", in minutes east of Greenwich.
std::optional<int> take_zone(std::string_view& text) {
    if (take(text, 'Z')) return 0;
    const int sign = take(text, '+') ? 1 : take(text, '-') ? -1 : 0;
    const auto offset = sign == 0 ? std::nullopt : take_time(text);
    return offset ? std::optional{sign * offset->minutes} : std::nullopt;
}

// A number in exactly so many digits. Every list is full of dates: this takes a tenth of a format string.
void put_digits(char* at, std::int64_t number, int digits) {
    for (char* place = at + digits; place-- > at; number /= 10) *place = static_cast<char>('0' + number % 10);
}

}  // namespace

bool Date::valid() const {
    return year >= 1 && year <= 9999 &&
           std::chrono::year_month_day{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}}.ok();
}

Instant SystemClock::now() const {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::milliseconds>(since).count()};
}

std::string to_iso(Date date) {
    std::string text = "0000-00-00";
    put_digits(text.data(), date.year, 4);
    put_digits(&text[5], date.month, 2);
    put_digits(&text[8], date.day, 2);
    return text;
}

std::string to_iso(TimeOfDay time) {
    std::string text = "00:00";
    put_digits(text.data(), time.minutes / 60, 2);
    put_digits(&text[3], time.minutes % 60, 2);
    return text;
}

std::string to_iso(Instant instant) {
    const auto days = day_number(instant.ms);
    const auto rest = instant.ms - days * ms_per_day;
    auto text = to_iso(to_date(std::chrono::sys_days{std::chrono::days{days}})) + "T00:00:00.000Z";
    put_digits(&text[11], rest / 3'600'000, 2);
    put_digits(&text[14], rest / 60'000 % 60, 2);
    put_digits(&text[17], rest / 1000 % 60, 2);
    put_digits(&text[20], rest % 1000, 3);
    return text;
}

std::optional<Date> date_from_iso(std::string_view text) {
    const auto date = take_date(text);
    return text.empty() ? date : std::nullopt;
}

std::optional<TimeOfDay> time_from_iso(std::string_view text) {
    const auto time = take_time(text);
    return text.empty() ? time : std::nullopt;
}

std::optional<Instant> instant_from_iso(std::string_view text) {
    const auto date = take_date(text);
    if (!date || !take(text, 'T')) return std::nullopt;
    const auto time = take_time(text);
    if (!time) return std::nullopt;
    const auto seconds = take_seconds(text);
    if (!seconds) return std::nullopt;
    const auto zone = take_zone(text);
    if (!zone || !text.empty()) return std::nullopt;
    const std::int64_t days = to_days(*date).time_since_epoch().count();
    return Instant{days * ms_per_day + (time->minutes - *zone) * ms_per_minute + *seconds};
}

Date bangkok_date(Instant instant) {
    return to_date(std::chrono::sys_days{std::chrono::days{day_number(instant.ms + bangkok_offset)}});
}

TimeOfDay bangkok_time(Instant instant) {
    const auto local = instant.ms + bangkok_offset;
    return {static_cast<int>((local - day_number(local) * ms_per_day) / ms_per_minute)};
}

Instant at_bangkok(Date date, TimeOfDay time) {
    const std::int64_t days = to_days(date).time_since_epoch().count();
    return {days * ms_per_day + time.minutes * ms_per_minute - bangkok_offset};
}

Date add_days(Date date, int days) {
    return to_date(to_days(date) + std::chrono::days{days});
}

int days_between(Date from, Date to) {
    return static_cast<int>((to_days(to) - to_days(from)).count());
}

Weekday weekday(Date date) {
    return static_cast<Weekday>(std::chrono::weekday{to_days(date)}.iso_encoding() - 1);
}

}  // namespace base
