#include "circles/feedback/feedback.hpp"

namespace circles {

void put_feedback(db::Tx& tx, base::PersonId person, SessionId session, const FeedbackForm& form) {
    if (person) tx.run("DELETE FROM circles_feedback WHERE session_id = $1 AND person_id = $2", session, person);
    tx.run(
        "INSERT INTO circles_feedback (id, session_id, person_id, useful, heard, good, better, given_at)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        tx.new_id<PledgeId>(), session, person, form.useful, form.heard, base::or_empty(form.good), base::or_empty(form.better), tx.now());
}

PledgeId insert_pledge(db::Tx& tx, base::PersonId writer, SessionId session, const PledgeRow& pledge) {
    const auto id = tx.new_id<PledgeId>();
    tx.run(
        "INSERT INTO circles_pledges (id, session_id, person_id, name, body, written_by, written_at, removed)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, 0)",
        id, session, pledge.person_id, pledge.name, pledge.body, writer, tx.now());
    return id;
}

void remove_pledge(db::Tx& tx, PledgeId id) {
    tx.run("UPDATE circles_pledges SET removed = 1 WHERE id = $1", id);
}

std::optional<PledgeRow> find_pledge(db::Session& db, SessionId session, PledgeId id) {
    return db.find<PledgeRow>(
        "SELECT id, session_id, person_id, name, body, written_by FROM circles_pledges WHERE session_id = $1 AND id = $2 AND removed = 0",
        session, id);
}

std::vector<PledgeRow> list_pledges(db::Session& db, SessionId session) {
    return db.all<PledgeRow>(
        "SELECT id, session_id, person_id, name, body, written_by FROM circles_pledges WHERE session_id = $1 AND removed = 0 ORDER BY id",
        session);
}

void put_pledge_answer(db::Tx& tx, PledgeId id, const UsedForm& form) {
    tx.run(
        "INSERT INTO circles_pledge_answers (pledge_id, days, used, note, answered_at) VALUES ($1, $2, $3, $4, $5)"
        " ON CONFLICT (pledge_id, days) DO UPDATE SET used = excluded.used, note = excluded.note, answered_at = excluded.answered_at",
        id, form.days, form.used, base::or_empty(form.note), tx.now());
}

std::vector<PledgeAnswer> list_pledge_answers(db::Session& db, PledgeId id) {
    return db.all<PledgeAnswer>("SELECT days, used, note FROM circles_pledge_answers WHERE pledge_id = $1 ORDER BY days", id);
}

}  // namespace circles
