#include "circles/use/use_queries.hpp"

#include "base/json/json.hpp"
#include "circles/use/follow_up.hpp"
#include "records/records.hpp"

namespace circles {

UseId insert_use(db::Tx& tx, base::PersonId actor, SessionId session, const NewUse& use) {
    const auto id = tx.new_id<UseId>();
    tx.run(
        "INSERT INTO circles_uses (id, session_id, method, label, content, follows_days, chosen_by, chosen_at, removed)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0)",
        id, session, use.method, use.label, json::write(use.content), follows_days(use.content), actor, tx.now());
    return id;
}

void remove_use(db::Tx& tx, UseId id) {
    tx.run("UPDATE circles_uses SET removed = 1 WHERE id = $1", id);
}

void move_uses(db::Tx& tx, SessionId from, SessionId to) {
    tx.run("UPDATE circles_uses SET session_id = $2 WHERE session_id = $1", from, to);
    tx.run("UPDATE circles_answers SET session_id = $2 WHERE session_id = $1", from, to);
}

struct StoredUse {
    UseId id;
    std::string method;
    std::string label;
    std::string content;
};
BOOST_DESCRIBE_STRUCT(StoredUse, (), (id, method, label, content))

static UseRow read(const StoredUse& stored) {
    return {stored.id, stored.method, stored.label, json::read_own<Method>(stored.content)};
}

std::int64_t count_uses(db::Session& db, SessionId session) {
    return db.one<std::int64_t>("SELECT count(*) FROM circles_uses WHERE session_id = $1 AND removed = 0", session);
}

std::vector<UseRow> list_uses(db::Session& db, SessionId session) {
    std::vector<UseRow> uses;
    for (const auto& stored : db.all<StoredUse>(
             "SELECT id, method, label, content FROM circles_uses WHERE session_id = $1 AND removed = 0 ORDER BY id", session))
        uses.push_back(read(stored));
    return uses;
}

std::optional<UseRow> find_use(db::Session& db, SessionId session, UseId id) {
    const auto stored = db.find<StoredUse>(
        "SELECT id, method, label, content FROM circles_uses WHERE session_id = $1 AND id = $2 AND removed = 0", session, id);
    return stored ? std::optional(read(*stored)) : std::nullopt;
}

// ---- answers ----

#define ANSWER                                                                                                                   \
    "SELECT a.id, a.use_id, a.part, a.place, a.body, a.became, a.written_at, a.version FROM circles_answers a JOIN circles_uses" \
    " u ON u.id = a.use_id AND u.removed = 0 WHERE a.session_id = $1 AND a.removed = 0"

AnswerId insert_answer(db::Tx& tx, base::PersonId writer, SessionId session, UseId use, const FieldAnswer& answer) {
    const auto id = tx.new_id<AnswerId>();
    tx.run(
        "INSERT INTO circles_answers (id, session_id, use_id, part, place, body, became, written_by, written_at, version, removed)"
        " VALUES ($1, $2, $3, $4, $5, $6, '', $7, $8, 1, 0)",
        id, session, use, answer.part, answer.place.value, answer.body, writer, tx.now());
    return id;
}

void update_answer(db::Tx& tx, const CapturedAnswer& answer, std::int64_t version, const std::string& body) {
    records::require_version(answer.version, version);
    tx.run("UPDATE circles_answers SET body = $2, version = version + 1 WHERE id = $1", answer.id, body);
}

void remove_answer(db::Tx& tx, AnswerId id) {
    tx.run("UPDATE circles_answers SET removed = 1, version = version + 1 WHERE id = $1", id);
}

void set_became(db::Tx& tx, AnswerId id, const std::string& address) {
    tx.run("UPDATE circles_answers SET became = $2 WHERE id = $1", id, address);
}

std::vector<CapturedAnswer> list_field_answers(db::Session& db, SessionId session) {
    return db.all<CapturedAnswer>(ANSWER " ORDER BY a.id", session);
}

std::optional<CapturedAnswer> find_answer(db::Session& db, SessionId session, AnswerId id) {
    return db.find<CapturedAnswer>(ANSWER " AND a.id = $2", session, id);
}

// ---- asked later ----

#define FOLLOWED(where)                                                                                                              \
    "SELECT s.id AS session_id, u.id AS use_id, r.address, r.title, u.label, s.date, u.content FROM circles_uses u"                  \
    " JOIN circles_sessions s ON s.id = u.session_id JOIN records_v_records r ON r.id = s.id WHERE u.removed = 0 AND u.follows_days" \
    " > 0 AND s.state IN ('planned', 'held') AND r.state = 'published' AND " RECORDS_MAY_READ " AND " where                          \
    " ORDER BY s.date DESC, u.id LIMIT 50"

std::vector<FollowedRow> list_followed_of_host(db::Session& db, const http::Viewer& viewer, base::PersonId host) {
    return db.all<FollowedRow>(
        FOLLOWED("EXISTS (SELECT 1 FROM circles_people p WHERE p.session_id = s.id AND p.person_id = $2 AND p.role = 'host')"),
        viewer.person, host);
}

std::vector<FollowedRow> list_followed_of_circle(db::Session& db, const http::Viewer& viewer, CircleId circle) {
    return db.all<FollowedRow>(FOLLOWED("s.circle_id = $2"), viewer.person, circle);
}

std::vector<base::PersonId> list_hosts(db::Session& db, SessionId session) {
    return db.all<base::PersonId>(
        "SELECT person_id FROM circles_people WHERE session_id = $1 AND role = 'host' AND person_id <> 0 ORDER BY id", session);
}

}  // namespace circles
