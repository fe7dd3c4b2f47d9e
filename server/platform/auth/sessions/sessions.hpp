#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/ids.hpp"
#include "base/person.hpp"
#include "base/time.hpp"
#include "db/value.hpp"

namespace db {
class Session;
class Tx;
}  // namespace db

namespace auth {

struct SessionTag {};
using SessionId = base::Id<SessionTag>;

// A session lives 30 days after it was last seen, and never longer than 180 days.
constexpr std::int64_t day_ms = std::int64_t{24} * 60 * 60 * 1000;
constexpr std::int64_t session_ms = 30 * day_ms;
constexpr std::int64_t longest_session_ms = 180 * day_ms;

struct SessionRow {
    SessionId id;
    base::PersonId person_id;
    bool administrator{};
    base::Instant created_at;
    base::Instant seen_at;
    base::Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(SessionRow, (), (id, person_id, administrator, created_at, seen_at, expires_at))

struct NewSession {
    base::PersonId person;
    db::Blob token_hash;
    std::string device;
    std::string address;
};

struct SessionLine {
    SessionId id;
    std::string device;   // what the browser calls itself
    std::string address;  // where it was used last
    base::Instant created_at;
    base::Instant seen_at;
};
BOOST_DESCRIBE_STRUCT(SessionLine, (), (id, device, address, created_at, seen_at))

// Nothing for one that has ended.
std::optional<SessionRow> find_session(db::Session& db, const db::Blob& token_hash, base::Instant now);
bool acts_as_administrator(db::Session& db, base::PersonId person);
std::vector<SessionLine> list_sessions(db::Session& db, base::PersonId person, base::Instant now);

SessionId insert_session(db::Tx& tx, const NewSession& session);
void update_seen(db::Tx& tx, const SessionRow& session, const std::string& address);
// False when the person has no such session.
bool end_session(db::Tx& tx, base::PersonId person, SessionId id);
// All but this one; who is half in is out as well. Where none is kept, the person's keys for programs end too.
void end_other_sessions(db::Tx& tx, base::PersonId person, SessionId kept);
void delete_expired_sessions(db::Tx& tx);

}  // namespace auth
