#pragma once

#include "circles/session/session_queries.hpp"

// A session in a minute, on a phone, often without a signal: what was talked of, heads by age, where and when. It comes once or many times,
// now or after days; it makes one session, or goes into the one that stands for that day, and overwrites nothing there.
namespace circles {

// Where the phone thought it was.
struct Position {
    double latitude{};
    double longitude{};
    std::optional<double> within;  // metres
};
BOOST_DESCRIBE_STRUCT(Position, (), (latitude, longitude, within))
void check(const Position& position, json::Errors& errors);

struct CaptureForm {
    base::Instant captured_at;  // by the phone's clock
    base::Line title;
    base::Date date;
    std::optional<base::Text<0, 300>> place;
    std::optional<Position> position;
    std::optional<base::AreaId> area;  // if not given, what is nearest to the position
    std::vector<base::Text<1, 1000>> lines;
    std::optional<Heads> heads;
};
BOOST_DESCRIBE_STRUCT(CaptureForm, (), (captured_at, title, date, place, position, area, lines, heads))
void check(const CaptureForm& form, json::Errors& errors);

enum class CapturedPart : std::uint8_t { title, place, heads };
BOOST_DESCRIBE_ENUM(CapturedPart, title, place, heads)

struct DifferenceTag {};
using DifferenceId = base::Id<DifferenceTag>;

// A part that the phone had otherwise than the session; `heads` where that is what differs, else `text`.
struct Difference {
    DifferenceId id;
    CapturedPart part{};
    std::string text;
    std::optional<Heads> heads;
    std::string by;  // who had captured it; empty where the viewer may not know
    base::Instant at;
};
BOOST_DESCRIBE_STRUCT(Difference, (), (id, part, text, heads, by, at))

// What came of a capture. `number` is the session's, by which its photos and voices follow.
struct Captured {
    std::int64_t number{};
    std::string address;
    std::string title;
    std::vector<Difference> differences;
};
BOOST_DESCRIBE_STRUCT(Captured, (), (number, address, title, differences))

// Which of what the phone had is otherwise in a session that stands already; what the session does not say yet is no difference.
std::vector<CapturedPart> differing(const CaptureForm& form, std::string_view title, std::string_view place, const Heads& heads);

// ---- capture_queries.cpp ----

std::optional<SessionId> find_captured(db::Session& db, base::PersonId person, const std::string& key);
void insert_capture(db::Tx& tx, base::PersonId person, const std::string& key, SessionId session, const CaptureForm& form);
// The session of that circle and day that is planned or, failing that, was held: that somebody else has made or recorded meanwhile. Who
// captures twice a day sat down twice.
std::optional<SessionId> find_session_on(db::Session& db, CircleId circle, base::Date date, base::PersonId person);
void insert_difference(db::Tx& tx, base::PersonId person, SessionId session, CapturedPart part, const std::string& captured);
void delete_difference(db::Tx& tx, SessionId session, DifferenceId id);
std::vector<Difference> list_differences(db::Session& db, const http::Viewer& viewer, SessionId session);
void set_place(db::Tx& tx, SessionId session, const std::string& place);

// A circle as a phone keeps it for where there is no signal: where it meets, and what is planned these days.
struct PlannedSession {
    std::int64_t number{};
    std::string title;
    base::Date date;
};
BOOST_DESCRIBE_STRUCT(PlannedSession, (), (number, title, date))
struct OwnCircle {
    std::int64_t number{};
    std::string title;
    CircleKind kind{};
    std::vector<std::string> places;  // the latest first
    std::vector<PlannedSession> planned;
};
BOOST_DESCRIBE_STRUCT(OwnCircle, (), (number, title, kind, places, planned))
// Those that the viewer may record, the one that met last first.
std::vector<OwnCircle> list_own_circles(db::Session& db, const http::Viewer& viewer, base::Date today);

}  // namespace circles
