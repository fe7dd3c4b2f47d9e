#include "circles/minutes/minutes.hpp"

namespace circles {

#define MINUTES "SELECT version, state, reason, edit, made_at, approved_on, approved_by FROM circles_minutes WHERE session_id = $1"
// $2: whether the reader is an outsider
#define SEEN " AND ($2 = 0 OR state = 'approved')"

static bool is_outsider(Sight sight) {
    return sight == Sight::outsider;
}

std::optional<MinutesRow> find_minutes(db::Session& db, SessionId session, Sight sight) {
    return db.find<MinutesRow>(MINUTES SEEN " ORDER BY version DESC LIMIT 1", session, is_outsider(sight));
}

std::optional<MinutesRow> find_minutes(db::Session& db, SessionId session, std::int64_t version, Sight sight) {
    return db.find<MinutesRow>(MINUTES SEEN " AND version = $3", session, is_outsider(sight), version);
}

std::vector<MinutesRow> list_minutes(db::Session& db, SessionId session, Sight sight) {
    return db.all<MinutesRow>(MINUTES SEEN " ORDER BY version DESC", session, is_outsider(sight));
}

std::vector<std::string> list_paragraphs(db::Session& db, SessionId session, std::int64_t version) {
    return db.all<std::string>("SELECT body FROM circles_minutes_paragraphs WHERE session_id = $1 AND version = $2 ORDER BY place", session,
                               version);
}

void insert_minutes(db::Tx& tx, base::PersonId actor, SessionId session, std::int64_t version, const std::string& reason) {
    tx.run(
        "INSERT INTO circles_minutes (session_id, version, state, reason, edit, made_by, made_at, approved_by)"
        " VALUES ($1, $2, 'draft', $3, (SELECT coalesce(max(edit), 0) FROM circles_minutes WHERE session_id = $1), $4, $5, '')",
        session, version, reason, actor, tx.now());
}

void replace_paragraphs(db::Tx& tx, SessionId session, std::int64_t version, const std::vector<std::string>& paragraphs) {
    tx.run("DELETE FROM circles_minutes_paragraphs WHERE session_id = $1 AND version = $2", session, version);
    std::int64_t place = 0;
    for (const auto& paragraph : paragraphs)
        tx.run("INSERT INTO circles_minutes_paragraphs (session_id, version, place, body) VALUES ($1, $2, $3, $4)", session, version,
               ++place, paragraph);
    tx.run("UPDATE circles_minutes SET edit = edit + 1 WHERE session_id = $1 AND version = $2", session, version);
}

void set_approved(db::Tx& tx, SessionId session, std::int64_t version, const ApprovalForm& form) {
    tx.run("UPDATE circles_minutes SET state = 'approved', approved_on = $3, approved_by = $4 WHERE session_id = $1 AND version = $2",
           session, version, form.on, form.by);
}

void insert_amendment(db::Tx& tx, const Proposer& by, SessionId session, std::int64_t version, const AmendmentForm& form) {
    tx.run(
        "INSERT INTO circles_amendments (id, session_id, version, place, before, body, why, person_id, name, at, state, answer)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'open', '')",
        tx.new_id<AmendmentId>(), session, version, form.place, base::or_empty(form.before), form.body, base::or_empty(form.why), by.person,
        by.name, tx.now());
}

std::vector<Amendment> list_amendments(db::Session& db, SessionId session, std::int64_t version) {
    return db.all<Amendment>(
        "SELECT id, place, before, body, why, name, at, state, answer FROM circles_amendments WHERE session_id = $1 AND version = $2"
        " ORDER BY id",
        session, version);
}

void set_settled(db::Tx& tx, AmendmentId id, const SettleForm& form) {
    tx.run("UPDATE circles_amendments SET state = $2, answer = $3 WHERE id = $1", id, form.state, base::or_empty(form.answer));
}

bool came_to(db::Session& db, SessionId session, base::PersonId person) {
    return db.one<bool>("SELECT EXISTS (SELECT 1 FROM circles_people WHERE session_id = $1 AND person_id = $2 AND came = 1) AS came",
                        session, person);
}

}  // namespace circles
