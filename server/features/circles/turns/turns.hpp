#pragma once

#include <set>

#include "circles/circle/circle_queries.hpp"
#include "circles/rhythm/laid_out.hpp"
#include "circles/turns/rotation.hpp"

namespace circles {

// What a host makes ready, in the order in which it is thought of. Locale keys circles_task_NAME.
enum class HostTask : std::uint8_t { place, invitation, seats, refreshments, sound, sign_in_sheet, note_taker, welcome };
BOOST_DESCRIBE_ENUM(HostTask, place, invitation, seats, refreshments, sound, sign_in_sheet, note_taker, welcome)

// A turn that lies ahead, with its day and the session that stands for it.
struct UpcomingTurn {
    HostTurn turn;
    base::Date on;
    std::optional<SessionId> session;
};
std::vector<UpcomingTurn> upcoming_turns(db::Session& db, const records::Envelope& circle, base::Date today);

struct Party {
    HostId id;
    std::string title;  // empty where not everybody may know it
    std::string address;
};
BOOST_DESCRIBE_STRUCT(Party, (), (id, title, address))

// A host in the order, and how its part compares with the others'.
struct HostLine {
    Party host;
    std::optional<base::Date> left_on;
    std::int64_t hosted{};
    std::int64_t passed{};
    std::optional<base::Date> last{};
    std::optional<base::Date> next{};
};
BOOST_DESCRIBE_STRUCT(HostLine, (), (host, left_on, hosted, passed, last, next))

struct SessionLine {
    std::string address;
    std::string title;
    std::optional<std::int64_t> ordinal;
};
BOOST_DESCRIBE_STRUCT(SessionLine, (), (address, title, ordinal))

struct TurnLine {
    base::Date due;
    base::Date on;
    Party host;
    Party turn_of;
    CameBy came_by{};
    std::vector<Party> passed;
    std::optional<SessionLine> session;  // nothing planned yet, or not for the viewer
    std::vector<HostTask> done;
    bool mine{};  // the viewer makes it ready
};
BOOST_DESCRIBE_STRUCT(TurnLine, (), (due, on, host, turn_of, came_by, passed, session, done, mine))

// Who hosts a circle when, as its page shows it.
struct TurnsReply {
    records::Envelope record;
    std::vector<HostLine> hosts;
    std::vector<TurnLine> ahead;
    std::vector<TurnLine> past;  // the latest first
    records::Rights rights;
};
BOOST_DESCRIBE_STRUCT(TurnsReply, (), (record, hosts, ahead, past, rights))
TurnsReply turns_reply(db::Session& db, const http::Viewer& viewer, const records::Found& circle, base::Date today);

// Who hosts a session, or did, as far as `today` tells; nobody in a circle that does not rotate.
std::optional<Party> find_host(db::Session& db, const records::Envelope& session, base::Date today);

// A session that is held makes its turn history; said not to have been held, it is a turn to come again.
void keep_turn(db::Tx& tx, const records::Envelope& session);
void release_turn(db::Tx& tx, SessionId session);

// The viewer writes for this host, and makes its turns ready.
bool makes_ready(db::Session& db, const http::Viewer& viewer, HostId host);
// Published circles in which a host has turns, or took one over, for which this person writes.
std::vector<CircleId> list_rotating_with(db::Session& db, base::PersonId person);

Rotation get_rotation(db::Session& db, CircleId circle);
bool rotates(db::Session& db, CircleId circle);
void replace_hosts(db::Tx& tx, CircleId circle, const std::vector<Host>& hosts);
void put_turn(db::Tx& tx, CircleId circle, const KeptTurn& turn);
void add_pass(db::Tx& tx, CircleId circle, const Pass& pass);
// Nothing is settled for it any more. False if nothing was.
bool clear_turn(db::Tx& tx, CircleId circle, base::Date due);

struct TickedTurn {
    CircleId circle;
    base::Date due;
    HostId host;
};
std::vector<HostTask> list_done(db::Session& db, const TickedTurn& turn);
void set_tick(db::Tx& tx, const TickedTurn& turn, HostTask task, base::PersonId person);
void drop_tick(db::Tx& tx, const TickedTurn& turn, HostTask task);

// All sessions of the circle by date, whoever may read them: for computing, not for showing.
std::vector<SessionCard> list_bare_sessions(db::Session& db, CircleId circle, base::Date from, base::Date to);

}  // namespace circles
