#pragma once

#include <boost/describe/enum.hpp>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace base {

// A moment, in milliseconds since 1970-01-01T00:00Z. Stored and sent as UTC; shown as Bangkok time.
struct Instant {
    std::int64_t ms{};
    friend auto operator<=>(const Instant&, const Instant&) = default;
};

// A day of the Gregorian calendar, year in the common era. พ.ศ. appears only at the edges: base/thai_calendar.hpp.
struct Date {
    int year{};
    unsigned month{};
    unsigned day{};
    friend auto operator<=>(const Date&, const Date&) = default;
    [[nodiscard]] bool valid() const;
};

// Minutes since midnight, 0 to 1439.
struct TimeOfDay {
    int minutes{};
    friend auto operator<=>(const TimeOfDay&, const TimeOfDay&) = default;
    [[nodiscard]] bool valid() const { return minutes >= 0 && minutes < 24 * 60; }
};

enum class Weekday : std::uint8_t { monday, tuesday, wednesday, thursday, friday, saturday, sunday };
BOOST_DESCRIBE_ENUM(Weekday, monday, tuesday, wednesday, thursday, friday, saturday, sunday)

// Tells the time. Everything that needs "now" is given one, so that tests own it.
class Clock {
  public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
  public:
    [[nodiscard]] Instant now() const override;
};

// ISO 8601. Reading is strict: "2010-01-24", "2010-01-24T02:00:00Z" (fractions and offsets allowed), "09:00"; anything else is nullopt.
std::string to_iso(Date date);
std::string to_iso(Instant instant);
std::string to_iso(TimeOfDay time);
std::optional<Date> date_from_iso(std::string_view text);
std::optional<Instant> instant_from_iso(std::string_view text);
std::optional<TimeOfDay> time_from_iso(std::string_view text);

// Thailand has kept UTC+7 without summer time since 1920.
Date bangkok_date(Instant instant);
TimeOfDay bangkok_time(Instant instant);
Instant at_bangkok(Date date, TimeOfDay time = {});

Date add_days(Date date, int days);
int days_between(Date from, Date to);
Weekday weekday(Date date);

}  // namespace base
