#include "circles/turns/turns.hpp"

namespace circles {

Rotation get_rotation(db::Session& db, CircleId circle) {
    return {
        db.all<Host>("SELECT host_id, left_on FROM circles_hosts WHERE circle_id = $1 ORDER BY position", circle),
        db.all<KeptTurn>("SELECT due, host_id, turn_of, came_by, session_id FROM circles_turns WHERE circle_id = $1 ORDER BY due", circle),
        db.all<Pass>("SELECT due, host_id FROM circles_passes WHERE circle_id = $1 ORDER BY due", circle)};
}

bool rotates(db::Session& db, CircleId circle) {
    return db.one<std::int64_t>("SELECT count(*) FROM circles_hosts WHERE circle_id = $1", circle) > 0;
}

// So many rotating circles have nobody; a home page does not wait for more.
static constexpr std::int64_t most_circles = 30;

std::vector<CircleId> list_rotating_with(db::Session& db, base::PersonId person) {
    return db.all<CircleId>(
        "SELECT DISTINCT h.circle_id FROM (SELECT circle_id, host_id FROM circles_hosts UNION SELECT circle_id, host_id FROM circles_turns"
        " WHERE turn_of IS NULL) h JOIN records_v_scopes s ON s.scope_id = h.host_id AND s.role <> 'member'"
        " JOIN records_v_records r ON r.id = h.circle_id AND r.state = 'published' WHERE s.person_id = $1 ORDER BY h.circle_id LIMIT $2",
        person, most_circles);
}

void replace_hosts(db::Tx& tx, CircleId circle, const std::vector<Host>& hosts) {
    tx.run("DELETE FROM circles_hosts WHERE circle_id = $1", circle);
    std::int64_t position = 0;
    for (const auto& host : hosts)
        tx.run("INSERT INTO circles_hosts (circle_id, host_id, position, left_on) VALUES ($1, $2, $3, $4)", circle, host.host_id,
               ++position, host.left_on);
}

void put_turn(db::Tx& tx, CircleId circle, const KeptTurn& turn) {
    tx.run(
        "INSERT INTO circles_turns (circle_id, due, host_id, turn_of, came_by, session_id) VALUES ($1, $2, $3, $4, $5, $6)"
        " ON CONFLICT (circle_id, due) DO UPDATE SET host_id = excluded.host_id, turn_of = excluded.turn_of, came_by = excluded.came_by,"
        " session_id = excluded.session_id",
        circle, turn.due, turn.host_id, turn.turn_of, turn.came_by, turn.session_id);
}

void add_pass(db::Tx& tx, CircleId circle, const Pass& pass) {
    tx.run("INSERT INTO circles_passes (circle_id, due, host_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", circle, pass.due,
           pass.host_id);
}

bool clear_turn(db::Tx& tx, CircleId circle, base::Date due) {
    const auto turns = tx.run("DELETE FROM circles_turns WHERE circle_id = $1 AND due = $2 AND turn_of IS NULL", circle, due);
    return turns + tx.run("DELETE FROM circles_passes WHERE circle_id = $1 AND due = $2", circle, due) > 0;
}

void release_turn(db::Tx& tx, SessionId session) {
    tx.run("DELETE FROM circles_turns WHERE session_id = $1 AND came_by = 'order'", session);
    tx.run("UPDATE circles_turns SET session_id = NULL, turn_of = NULL WHERE session_id = $1", session);
}

std::vector<HostTask> list_done(db::Session& db, const TickedTurn& turn) {
    return db.all<HostTask>("SELECT task FROM circles_host_ticks WHERE circle_id = $1 AND due = $2 AND host_id = $3 ORDER BY at, task",
                            turn.circle, turn.due, turn.host);
}

void set_tick(db::Tx& tx, const TickedTurn& turn, HostTask task, base::PersonId person) {
    tx.run(
        "INSERT INTO circles_host_ticks (circle_id, due, host_id, task, person_id, at) VALUES ($1, $2, $3, $4, $5, $6)"
        " ON CONFLICT DO NOTHING",
        turn.circle, turn.due, turn.host, task, person, tx.now());
}

void drop_tick(db::Tx& tx, const TickedTurn& turn, HostTask task) {
    tx.run("DELETE FROM circles_host_ticks WHERE circle_id = $1 AND due = $2 AND host_id = $3 AND task = $4", turn.circle, turn.due,
           turn.host, task);
}

struct BareSession {
    SessionId id;
    base::Date date;
    SessionState state{};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(BareSession, (), (id, date, state, reason))

std::vector<SessionCard> list_bare_sessions(db::Session& db, CircleId circle, base::Date from, base::Date to) {
    std::vector<SessionCard> cards;
    for (auto& row : db.all<BareSession>("SELECT s.id, s.date, s.state, s.reason FROM circles_sessions s"
                                         " JOIN records_v_records r ON r.id = s.id WHERE s.circle_id = $1 AND r.state = 'published'"
                                         " AND s.date BETWEEN $2 AND $3 ORDER BY s.date, s.id",
                                         circle, from, to)) {
        SessionCard card;
        card.id = row.id;
        card.date = row.date;
        card.state = row.state;
        card.reason = std::move(row.reason);
        cards.push_back(std::move(card));
    }
    return cards;
}

}  // namespace circles
