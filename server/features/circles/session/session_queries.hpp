#pragma once

#include "circles/session/numbering.hpp"
#include "circles/session/session.hpp"
#include "db/db.hpp"
#include "http/viewer.hpp"

namespace circles {

// A session's own row; its envelope stands beside it.
struct SessionRow {
    CircleId circle_id;
    SessionState state{};
    base::Date date;
    std::optional<base::TimeOfDay> starts;
    std::optional<base::TimeOfDay> ends;
    std::string place;
    std::optional<PlaceKind> place_kind;
    std::optional<std::int64_t> ordinal;
    std::optional<std::int64_t> said_ordinal;
    std::string reason;
    std::optional<SessionId> moved_to;
    std::string key_question;
    std::string planned_result;
    std::string seen_result;
    std::string check_in;
    std::string tool;
    std::string steps;
    std::string mood;
    std::string would_change;
    std::string issue;
    std::string took_part;
    std::string result;
    std::string result_use;
    std::optional<std::int64_t> people;
};
BOOST_DESCRIBE_STRUCT(SessionRow, (),
                      (circle_id, state, date, starts, ends, place, place_kind, ordinal, said_ordinal, reason, moved_to, key_question,
                       planned_result, seen_result, check_in, tool, steps, mood, would_change, issue, took_part, result, result_use,
                       people))

void insert_session(db::Tx& tx, SessionId id, CircleId circle, const SessionForm& form);
void update_session(db::Tx& tx, SessionId id, const SessionForm& form);
SessionRow get_session(db::Session& db, SessionId id);
std::vector<AgendaBlock> list_agenda(db::Session& db, SessionId id);
void replace_agenda(db::Tx& tx, SessionId id, const std::vector<AgendaBlock>& agenda);
void set_key_question(db::Tx& tx, SessionId id, std::string_view question);

// The state changes; a held session gets its number by renumber(), the others have none.
void set_state(db::Tx& tx, SessionId id, SessionState state, const std::string& reason);
void set_moved_to(db::Tx& tx, SessionId id, SessionId to);
std::optional<SessionId> find_planned_on(db::Session& db, CircleId circle, base::Date date);

// With those whose record was deleted or withdrawn: see numbering.hpp.
std::vector<HeldSession> list_held(db::Session& db, CircleId circle);
// Gives every held session of the circle its ครั้งที่ anew. Returns how many numbers changed.
int renumber(db::Tx& tx, CircleId circle);

void set_heads(db::Tx& tx, SessionId id, const Heads& heads);
Heads get_heads(db::Session& db, SessionId id);
// Writes how many took part beside the session, from heads and list.
void recount(db::Tx& tx, SessionId id);

// Those before and after it in its circle that the viewer may read.
struct Neighbour {
    std::string address;
    std::string title;
    base::Date date;
    std::optional<std::int64_t> ordinal;
};
BOOST_DESCRIBE_STRUCT(Neighbour, (), (address, title, date, ordinal))
std::optional<Neighbour> find_before(db::Session& db, const http::Viewer& viewer, CircleId circle, base::Date date, SessionId id);
std::optional<Neighbour> find_after(db::Session& db, const http::Viewer& viewer, CircleId circle, base::Date date, SessionId id);
// Nothing where the viewer may not read it.
std::optional<std::string> find_address(db::Session& db, const http::Viewer& viewer, SessionId id);

}  // namespace circles
