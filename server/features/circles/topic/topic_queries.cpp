#include "circles/topic/topic.hpp"
#include "http/problem.hpp"

namespace circles {

void check(const TopicPlan& plan, json::Errors& errors) {
    if (plan.state == TopicState::scheduled && !plan.session) errors.add("/session", "required");
}

TopicId insert_topic(db::Tx& tx, base::PersonId actor, CircleId circle, const TopicForm& form) {
    const auto id = tx.new_id<TopicId>();
    tx.run(
        "INSERT INTO circles_topics (id, circle_id, title, note, proposed_by, proposed_at, state) VALUES ($1, $2, $3, $4, $5, $6, 'open')",
        id, circle, form.title, base::or_empty(form.note), actor, tx.now());
    return id;
}

void plan_topic(db::Tx& tx, CircleId circle, TopicId id, const TopicPlan& plan) {
    const auto session = plan.state == TopicState::open || plan.state == TopicState::dropped ? std::nullopt : plan.session;
    const auto same_circle =
        !session || tx.find<std::int64_t>("SELECT 1 AS one FROM circles_sessions WHERE id = $1 AND circle_id = $2", *session, circle);
    const auto changed =
        tx.run("UPDATE circles_topics SET state = $3, session_id = $4 WHERE id = $1 AND circle_id = $2", id, circle, plan.state, session);
    if (changed == 0 || !same_circle) throw http::not_found();
}

void support(db::Tx& tx, CircleId circle, TopicId id, base::PersonId person) {
    const auto known = tx.find<std::int64_t>("SELECT 1 AS one FROM circles_topics WHERE id = $1 AND circle_id = $2", id, circle);
    if (!known) throw http::not_found();
    tx.run("INSERT INTO circles_topic_support (topic_id, person_id) VALUES ($1, $2) ON CONFLICT DO NOTHING", id, person);
}

void withdraw_support(db::Tx& tx, TopicId id, base::PersonId person) {
    tx.run("DELETE FROM circles_topic_support WHERE topic_id = $1 AND person_id = $2", id, person);
}

void move_topics(db::Tx& tx, SessionId session, TopicState to) {
    tx.run(
        "UPDATE circles_topics SET state = $2, session_id = CASE WHEN $2 = 'open' THEN NULL ELSE session_id END"
        " WHERE session_id = $1 AND state IN ('scheduled', 'done')",
        session, to);
}

void hand_over_topics(db::Tx& tx, SessionId from, SessionId to) {
    tx.run("UPDATE circles_topics SET session_id = $2 WHERE session_id = $1", from, to);
}

// A topic whose session was deleted waits for another one, until that deletion is taken back.
#define TOPIC                                                                                                               \
    "SELECT t.id, t.title, t.note, CASE WHEN t.state = 'scheduled' AND d.id IS NULL THEN 'open' ELSE t.state END AS state," \
    " (SELECT count(*) FROM circles_topic_support s WHERE s.topic_id = t.id) AS support,"                                   \
    " (SELECT count(*) FROM circles_topic_support s WHERE s.topic_id = t.id AND s.person_id = $1) AS mine, t.session_id,"   \
    " coalesce(r.address, '') AS session_address FROM circles_topics t LEFT JOIN records_v_public r ON r.id = t.session_id" \
    " LEFT JOIN records_v_records d ON d.id = t.session_id AND d.state <> 'deleted' "

std::vector<Topic> list_topics(db::Session& db, base::PersonId viewer, CircleId circle) {
    return db.all<Topic>(TOPIC "WHERE t.circle_id = $2 AND t.state <> 'dropped' ORDER BY t.id", viewer, circle);
}

std::vector<Topic> list_topics_of_session(db::Session& db, base::PersonId viewer, SessionId session) {
    return db.all<Topic>(TOPIC "WHERE t.session_id = $2 ORDER BY t.id", viewer, session);
}

}  // namespace circles
