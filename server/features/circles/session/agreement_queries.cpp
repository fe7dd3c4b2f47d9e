#include <algorithm>

#include "circles/session/agreements.hpp"
#include "circles/session/said_queries.hpp"
#include "http/problem.hpp"

namespace circles {

static void require_not_agreed(db::Tx& tx, SessionId session, PointId point) {
    const auto said = list_points(tx, session);
    if (std::ranges::find(said, point, &PointRow::id) == said.end()) throw http::not_found();
    if (tx.one<std::int64_t>("SELECT count(*) FROM circles_agreements WHERE point_id = $1", point) > 0)
        throw http::Problem(409, "point_is_agreed");
}

AgreementId insert_agreement(db::Tx& tx, SessionId session, const AgreementForm& form) {
    if (form.point_id) require_not_agreed(tx, session, *form.point_id);
    const auto id = tx.new_id<AgreementId>();
    tx.run(
        "INSERT INTO circles_agreements (id, session_id, body, owner_id, owner, due_on, state, done_on, note, version, point_id)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, $10)",
        id, session, form.body, form.owner_id.value_or(records::RecordId{}), base::or_empty(form.owner), form.due_on,
        form.state.value_or(AgreementState::open), form.done_on, base::or_empty(form.note), form.point_id);
    return id;
}

void update_agreement(db::Tx& tx, SessionId session, AgreementId id, const AgreementForm& form) {
    const auto stands = tx.find<std::int64_t>("SELECT version FROM circles_agreements WHERE id = $1 AND session_id = $2", id, session);
    if (!stands) throw http::not_found();
    records::require_version(*stands, form.version.value_or(0));
    tx.run(
        "UPDATE circles_agreements SET body = $3, owner_id = $4, owner = $5, due_on = $6, state = $7, done_on = $8, note = $9,"
        " version = version + 1 WHERE id = $1 AND session_id = $2",
        id, session, form.body, form.owner_id.value_or(records::RecordId{}), base::or_empty(form.owner), form.due_on,
        form.state.value_or(AgreementState::open), form.done_on, base::or_empty(form.note));
}

void delete_agreement(db::Tx& tx, SessionId session, AgreementId id) {
    if (tx.run("DELETE FROM circles_agreements WHERE id = $1 AND session_id = $2", id, session) == 0) throw http::not_found();
}

std::vector<Agreement> list_agreements(db::Session& db, SessionId session) {
    return db.all<Agreement>(
        "SELECT id, body, owner_id, owner, due_on, state, done_on, note, version, point_id FROM circles_agreements WHERE session_id = $1 "
        "ORDER BY id",
        session);
}

Agreement get_agreement(db::Session& db, SessionId session, AgreementId id) {
    const auto all = list_agreements(db, session);
    const auto found = std::ranges::find(all, id, &Agreement::id);
    if (found == all.end()) throw http::not_found();
    return *found;
}

}  // namespace circles
