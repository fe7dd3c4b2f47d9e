#include "circles/topic/topic_queries.hpp"

#include <map>

#include "base/json/json.hpp"
#include "db/ids.hpp"

namespace circles {

// A topic whose session was deleted waits for another one, until that deletion is taken back.
#define TOPIC                                                                                                             \
    "SELECT t.id, r.number, r.title, r.address, t.note, r.version,"                                                       \
    " CASE WHEN t.state = 'scheduled' AND NOT EXISTS (SELECT 1 FROM records_v_records d WHERE d.id = t.session_id"        \
    " AND d.state <> 'deleted') THEN 'open' ELSE t.state END AS state,"                                                   \
    " (SELECT count(*) FROM circles_topic_support u WHERE u.topic_id = t.id) AS support,"                                 \
    " (SELECT count(*) FROM circles_topic_support u WHERE u.topic_id = t.id AND u.person_id = $1) AS mine, t.session_id," \
    " coalesce((SELECT r.address FROM records_v_records r WHERE r.id = t.session_id AND " RECORDS_MAY_READ                \
    "), '') AS session_address FROM circles_topics t JOIN records_v_records r ON r.id = t.id WHERE " RECORDS_MAY_READ

struct TagOf {
    TopicId topic_id;
    std::string tag;
};
BOOST_DESCRIBE_STRUCT(TagOf, (), (topic_id, tag))

#define CIRCLES_TAGS_OF(topics) "SELECT topic_id, tag FROM circles_topic_tags WHERE topic_id IN (" topics ") ORDER BY topic_id, place"

static std::vector<Topic> with_tags(db::Session& db, std::vector<TopicRow> rows) {
    std::vector<std::int64_t> ids;
    ids.reserve(rows.size());
    for (const auto& row : rows) ids.push_back(row.id.value);
    std::map<TopicId, std::vector<std::string>> tags;
    const auto all = db.all<TagOf>(
        {"/* sqlite */ " CIRCLES_TAGS_OF(DB_SQLITE_IDS("$1")), "/* postgres */ " CIRCLES_TAGS_OF(DB_POSTGRES_IDS("$1"))}, json::write(ids));
    for (const auto& each : all) tags[each.topic_id].push_back(each.tag);
    std::vector<Topic> topics;
    for (auto& row : rows) {
        const auto id = row.id;
        topics.push_back({std::move(row), std::move(tags[id])});
    }
    return topics;
}

std::vector<Topic> list_topics(db::Session& db, const http::Viewer& viewer, CircleId circle, const TopicsWanted& wanted) {
    return with_tags(
        db,
        db.all<TopicRow>(TOPIC " AND r.state = 'published' AND t.circle_id = $2 AND t.state <> 'dropped' AND ($3 = '' OR EXISTS (SELECT 1"
                               " FROM circles_topic_tags tag WHERE tag.topic_id = t.id AND tag.tag = $3)) ORDER BY t.id",
                         viewer.person, circle, wanted.tag ? wanted.tag->value : std::string()));
}

std::vector<Topic> list_topics_of_session(db::Session& db, const http::Viewer& viewer, SessionId session) {
    return with_tags(
        db, db.all<TopicRow>(TOPIC " AND r.state = 'published' AND EXISTS (SELECT 1 FROM circles_topic_sessions w WHERE w.topic_id = t.id"
                                   " AND w.session_id = $2) ORDER BY t.id",
                             viewer.person, session));
}

Topic get_topic(db::Session& db, const http::Viewer& viewer, TopicId id) {
    return with_tags(db, {db.one<TopicRow>(TOPIC " AND t.id = $2", viewer.person, id)}).front();
}

// ---- writing ----

void insert_topic(db::Tx& tx, TopicId id, CircleId circle, const std::string& note) {
    tx.run("INSERT INTO circles_topics (id, circle_id, note, state) VALUES ($1, $2, $3, 'open')", id, circle, note);
}

void set_note(db::Tx& tx, TopicId id, const std::string& note) {
    tx.run("UPDATE circles_topics SET note = $2 WHERE id = $1", id, note);
}

void replace_tags(db::Tx& tx, TopicId id, const std::vector<std::string>& tags) {
    tx.run("DELETE FROM circles_topic_tags WHERE topic_id = $1", id);
    int place = 0;
    for (const auto& tag : tags) tx.run("INSERT INTO circles_topic_tags (topic_id, place, tag) VALUES ($1, $2, $3)", id, ++place, tag);
}

void insert_support(db::Tx& tx, TopicId id, base::PersonId person) {
    tx.run("INSERT INTO circles_topic_support (topic_id, person_id) VALUES ($1, $2) ON CONFLICT DO NOTHING", id, person);
}

void delete_support(db::Tx& tx, TopicId id, base::PersonId person) {
    tx.run("DELETE FROM circles_topic_support WHERE topic_id = $1 AND person_id = $2", id, person);
}

// ---- sessions ----

void set_plan(db::Tx& tx, TopicId id, TopicState state, std::optional<SessionId> session) {
    tx.run("UPDATE circles_topics SET state = $2, session_id = $3 WHERE id = $1", id, state, session);
}

void take_up(db::Tx& tx, TopicId id, SessionId session) {
    tx.run("INSERT INTO circles_topic_sessions (topic_id, session_id) VALUES ($1, $2) ON CONFLICT DO NOTHING", id, session);
}

void leave_planned_sessions(db::Tx& tx, TopicId id) {
    tx.run(
        "DELETE FROM circles_topic_sessions WHERE topic_id = $1"
        " AND session_id IN (SELECT s.id FROM circles_sessions s WHERE s.state = 'planned')",
        id);
}

void move_topics(db::Tx& tx, SessionId session, TopicState to) {
    tx.run(
        "UPDATE circles_topics SET state = $2, session_id = CASE WHEN $2 = 'open' THEN NULL ELSE session_id END"
        " WHERE session_id = $1 AND state IN ('scheduled', 'done')",
        session, to);
}

void wait_again(db::Tx& tx, SessionId session) {
    tx.run(
        "UPDATE circles_topics SET state = 'scheduled', session_id = $1 WHERE (session_id = $1 OR state = 'open')"
        " AND id IN (SELECT w.topic_id FROM circles_topic_sessions w WHERE w.session_id = $1)",
        session);
}

std::vector<TopicId> list_topics_on(db::Session& db, SessionId session) {
    return db.all<TopicId>("SELECT topic_id FROM circles_topic_sessions WHERE session_id = $1 ORDER BY topic_id", session);
}

std::vector<TopicId> list_topics_waiting_for(db::Session& db, SessionId session) {
    return db.all<TopicId>("SELECT id FROM circles_topics WHERE session_id = $1 AND state = 'scheduled' ORDER BY id", session);
}

std::optional<SessionState> find_state_in_circle(db::Session& db, CircleId circle, SessionId session) {
    return db.find<SessionState>(
        "SELECT s.state FROM circles_sessions s JOIN records_v_records r ON r.id = s.id AND r.state = 'published'"
        " WHERE s.id = $1 AND s.circle_id = $2",
        session, circle);
}

}  // namespace circles
