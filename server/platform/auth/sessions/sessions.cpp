#include "auth/sessions/sessions.hpp"

#include <algorithm>

#include "auth/accounts/accounts.hpp"
#include "auth/second_step/half_sign_ins.hpp"
#include "auth/tokens/program_keys.hpp"
#include "db/db.hpp"

// Under the rule that they use two steps, an administrator without a second one is a person like others until it is set up.
#define AUTH_ACTS_AS_ADMINISTRATOR                                                                                   \
    "CASE WHEN " AUTH_IS_ADMINISTRATOR                                                                               \
    " AND (NOT EXISTS (SELECT 1 FROM auth_rules WHERE administrators_use_two_steps = 1)"                             \
    " OR EXISTS (SELECT 1 FROM auth_second_steps t WHERE t.person_id = a.person_id AND t.confirmed_at IS NOT NULL))" \
    " THEN 1 ELSE 0 END"

namespace auth {
namespace {

// What ends later than a session of today would was opened by a clock that ran ahead: it would be good for as long as that clock was
// wrong. An hour or some, as time zones are confused, is forgiven.
base::Instant latest_end(base::Instant now) {
    return {now.ms + session_ms + day_ms};
}

void update_seen(db::Tx& tx, base::PersonId person) {
    tx.run("UPDATE auth_accounts SET seen_at = $2 WHERE person_id = $1", person, tx.now());
}

}  // namespace

std::optional<SessionRow> find_session(db::Session& db, const db::Blob& token_hash, base::Instant now) {
    return db.find<SessionRow>("SELECT s.id, s.person_id, " AUTH_ACTS_AS_ADMINISTRATOR
                               " AS administrator, s.created_at, s.seen_at, s.expires_at"
                               " FROM auth_sessions s JOIN auth_accounts a ON a.person_id = s.person_id"
                               " WHERE s.token_hash = $1 AND s.expires_at > $2 AND s.expires_at <= $3 AND a.locked_at IS NULL",
                               token_hash, now, latest_end(now));
}

std::vector<SessionLine> list_sessions(db::Session& db, base::PersonId person, base::Instant now) {
    return db.all<SessionLine>(
        "SELECT id, device, address, created_at, seen_at FROM auth_sessions"
        " WHERE person_id = $1 AND expires_at > $2 AND expires_at <= $3 ORDER BY seen_at DESC, id DESC",
        person, now, latest_end(now));
}

SessionId insert_session(db::Tx& tx, const NewSession& session) {
    const auto id = tx.new_id<SessionId>();
    const auto now = tx.now();
    tx.run(
        "INSERT INTO auth_sessions (id, person_id, token_hash, device, address, created_at, seen_at, expires_at)"
        " VALUES ($1, $2, $3, $4, $5, $6, $6, $7)",
        id, session.person, session.token_hash, session.device, session.address, now, base::Instant{now.ms + session_ms});
    update_seen(tx, session.person);
    return id;
}

void update_seen(db::Tx& tx, const SessionRow& session, const std::string& address) {
    const auto now = tx.now();
    const base::Instant expires{std::min(now.ms + session_ms, session.created_at.ms + longest_session_ms)};
    tx.run("UPDATE auth_sessions SET seen_at = $2, expires_at = $3, address = $4 WHERE id = $1", session.id, now, expires, address);
    update_seen(tx, session.person_id);
}

bool end_session(db::Tx& tx, base::PersonId person, SessionId id) {
    return tx.run("DELETE FROM auth_sessions WHERE person_id = $1 AND id = $2", person, id) > 0;
}

void end_other_sessions(db::Tx& tx, base::PersonId person, SessionId kept) {
    delete_half_sign_ins(tx, person);
    if (!kept) delete_program_keys(tx, person);
    tx.run("DELETE FROM auth_sessions WHERE person_id = $1 AND id <> $2", person, kept);
}

bool acts_as_administrator(db::Session& db, base::PersonId person) {
    return db.find<bool>("SELECT " AUTH_ACTS_AS_ADMINISTRATOR " FROM auth_accounts a WHERE a.person_id = $1", person).value_or(false);
}

// What is over for less than a year and some may be over by a clock that runs ahead, and is good again when that is set right; until then
// nobody comes in by it, and of where it was used nothing is kept. What a clock that ran ahead has opened goes at once, else it would open
// again when that time comes.
void delete_expired_sessions(db::Tx& tx) {
    constexpr std::int64_t kept_ms = 400 * day_ms;
    tx.run("DELETE FROM auth_sessions WHERE expires_at <= $1 OR expires_at > $2", base::Instant{tx.now().ms - kept_ms},
           latest_end(tx.now()));
    tx.run("UPDATE auth_sessions SET address = '' WHERE expires_at <= $1 AND address <> ''", tx.now());
}

}  // namespace auth
