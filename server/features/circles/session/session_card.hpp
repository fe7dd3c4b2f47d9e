#pragma once

#include "circles/session/session.hpp"
#include "db/db.hpp"
#include "http/viewer.hpp"

namespace circles {

// A session as lists, strips and calendars show it.
struct SessionCard {
    SessionId id;
    std::int64_t number{};
    std::string address;
    std::string title;
    CircleId circle_id;
    std::string circle;
    std::string circle_address;
    records::RecordId organiser_id;
    std::string organiser;  // empty where the viewer may not know it
    SessionState state{};
    std::optional<std::int64_t> ordinal;
    base::Date date;
    std::optional<base::TimeOfDay> starts;
    std::optional<base::TimeOfDay> ends;
    std::string place;
    std::string reason;
    std::optional<std::int64_t> people;
    std::int64_t points{};
    std::int64_t stories{};
    std::int64_t agreements{};
};
BOOST_DESCRIBE_STRUCT(SessionCard, (),
                      (id, number, address, title, circle_id, circle, circle_address, organiser_id, organiser, state, ordinal, date, starts,
                       ends, place, reason, people, points, stories, agreements))

enum class SessionOrder : std::uint8_t { newest, oldest };
BOOST_DESCRIBE_ENUM(SessionOrder, newest, oldest)

struct SessionsWanted {
    std::optional<CircleId> circle{};
    std::optional<SessionState> state{};
    std::optional<records::RecordId> organiser{};
    std::optional<base::AreaId> area{};
    std::optional<base::Date> from{};
    std::optional<base::Date> to{};
    std::optional<bool> mine{};                  // of circles and organisations in which the viewer has a part
    std::optional<SessionOrder> order{};         // newest, as the API is asked
    std::optional<base::Whole<1, 500>> limit{};  // 100
};
BOOST_DESCRIBE_STRUCT(SessionsWanted, (), (circle, state, organiser, area, from, to, mine, order, limit))

std::vector<SessionCard> list_newest_first(db::Session& db, const http::Viewer& viewer, const SessionsWanted& wanted);
std::vector<SessionCard> list_oldest_first(db::Session& db, const http::Viewer& viewer, const SessionsWanted& wanted);
// Those that took it up or were to, the oldest first, whatever became of them.
std::vector<SessionCard> list_sessions_of_topic(db::Session& db, const http::Viewer& viewer, TopicId topic);
// Of a session that the viewer may read.
SessionCard get_card(db::Session& db, const http::Viewer& viewer, SessionId id);

}  // namespace circles
