#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/area.hpp"
#include "base/time.hpp"
#include "records/records.hpp"

// What calendars and feeds tell of circles.
namespace circles {

// expected: a day of a circle's rhythm on which nothing is planned yet.
enum class DayState : std::uint8_t { expected, planned, held, postponed, cancelled };
BOOST_DESCRIBE_ENUM(DayState, expected, planned, held, postponed, cancelled)

struct Day {
    std::string uid;         // the same for ever: "session-345", "circle-12-2026-12-02"
    std::int64_t version{};  // grows with every change
    base::Instant created_at;
    base::Instant edited_at;
    std::string title;
    std::optional<std::int64_t> ordinal;
    std::string circle;  // empty where the viewer may not know it
    std::string about;
    std::string address;
    base::Date date;
    std::optional<base::TimeOfDay> starts;
    std::optional<base::TimeOfDay> ends;
    std::string place;
    DayState state{};
    std::string reason;                  // why it is postponed or cancelled
    std::optional<base::Date> moved_to;  // of a postponed one
};

enum class Whose : std::uint8_t { everybody, own };

// What is left empty does not narrow it.
struct DaysWanted {
    records::RecordId circle{};
    records::RecordId organiser{};
    base::AreaId area{};             // with everything under it
    Whose whose = Whose::everybody;  // own: of circles and organisations in which the viewer has a part, and where they said they come
    base::Date from{1, 1, 1};
};

// The oldest first, of what the viewer may read; after them the next expected days.
std::vector<Day> list_days(db::Session& db, const http::Viewer& viewer, const DaysWanted& wanted, base::Date today);
// Of this session: another one was postponed to it.
bool stands_for_another(db::Session& db, records::RecordId session);
std::optional<Day> find_day(db::Session& db, const http::Viewer& viewer, records::RecordId session);

}  // namespace circles
