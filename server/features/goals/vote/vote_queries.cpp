#include "goals/vote/vote_queries.hpp"

namespace goals {

#define VOTE "area_id, nth, way, yes, no, abstain, held_on, meeting, reason, keyed_by, keyed_at"

std::vector<VoteRow> list_votes(db::Session& db, records::RecordId record) {
    return db.all<VoteRow>("SELECT " VOTE " FROM goals_votes WHERE record_id = $1 ORDER BY area_id, nth DESC", record);
}

void insert_vote(db::Tx& tx, records::RecordId record, base::AreaId area, const VoteForm& form, base::PersonId actor) {
    tx.run("INSERT INTO goals_votes (record_id, " VOTE ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)", record, area,
           form.replaces.value + 1, form.way.value_or(VoteWay::paper), form.yes, form.no, form.abstain, form.held_on,
           base::or_empty(form.meeting), base::or_empty(form.reason), actor, tx.now());
}

VoteSum sum_votes(db::Session& db, records::RecordId record) {
    return db.one<VoteSum>(
        "SELECT count(*) AS places, coalesce(CAST(sum(yes) AS BIGINT), 0) AS yes, coalesce(CAST(sum(no) AS BIGINT), 0) AS no,"
        " coalesce(CAST(sum(abstain) AS BIGINT), 0) AS abstain"
        " FROM goals_votes v WHERE record_id = $1"
        " AND nth = (SELECT max(nth) FROM goals_votes w WHERE w.record_id = v.record_id AND w.area_id = v.area_id)",
        record);
}

void insert_support(db::Tx& tx, records::RecordId record, base::PersonId person) {
    tx.run("INSERT INTO goals_supports (record_id, person_id) VALUES ($1, $2) ON CONFLICT DO NOTHING", record, person);
}

void delete_support(db::Tx& tx, records::RecordId record, base::PersonId person) {
    tx.run("DELETE FROM goals_supports WHERE record_id = $1 AND person_id = $2", record, person);
}

void copy_supports(db::Tx& tx, records::RecordId from, records::RecordId to) {
    tx.run(
        "INSERT INTO goals_supports (record_id, person_id) SELECT $2, person_id FROM goals_supports WHERE record_id = $1"
        " ON CONFLICT DO NOTHING",
        from, to);
}

bool supports(db::Session& db, records::RecordId record, base::PersonId person) {
    return db.one<bool>("SELECT EXISTS (SELECT 1 FROM goals_supports WHERE record_id = $1 AND person_id = $2)", record, person);
}

}  // namespace goals
