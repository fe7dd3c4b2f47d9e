#include "circles/tree/issue.hpp"

#include <algorithm>

#include "records/records.hpp"

namespace circles {

#define ISSUE                                                                                                                  \
    "SELECT i.topic_id, i.before_id, i.session_id, i.point_id, i.from_id, i.to_id, i.direction, i.title, i.note, i.passed_at," \
    " i.outcome, i.answer, i.answered_at, i.version FROM circles_issues i"

void insert_issue(db::Tx& tx, base::PersonId actor, const IssueRow& issue) {
    tx.run(
        "INSERT INTO circles_issues (topic_id, before_id, session_id, point_id, from_id, to_id, direction, title, note, passed_by,"
        " passed_at, answer, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, '', 1)",
        issue.topic_id, issue.before_id, issue.session_id, issue.point_id, issue.from_id, issue.to_id, issue.direction, issue.title,
        issue.note, actor, tx.now());
}

std::optional<IssueRow> find_issue(db::Session& db, TopicId topic) {
    return db.find<IssueRow>(ISSUE " WHERE i.topic_id = $1", topic);
}

void set_issue_answer(db::Tx& tx, const IssueRow& issue, const IssueAnswer& answer) {
    records::require_version(issue.version, answer.version);
    tx.run("UPDATE circles_issues SET outcome = $2, answer = $3, answered_at = $4, version = version + 1 WHERE topic_id = $1",
           issue.topic_id, answer.outcome, answer.answer, tx.now());
}

// An issue carries on only one that was there before it: no walk along `before_id` comes back to where it began.
TopicId first_of_thread(db::Session& db, TopicId topic) {
    return db.one<TopicId>(
        "WITH RECURSIVE up (topic_id, before_id) AS (SELECT topic_id, before_id FROM circles_issues WHERE topic_id = $1 UNION"
        " SELECT i.topic_id, i.before_id FROM circles_issues i JOIN up ON i.topic_id = up.before_id)"
        " SELECT topic_id FROM up WHERE before_id IS NULL",
        topic);
}

std::vector<IssueRow> list_thread(db::Session& db, TopicId first) {
    return db.all<IssueRow>(
        "WITH RECURSIVE down (id) AS (SELECT CAST($1 AS BIGINT) UNION SELECT n.topic_id FROM circles_issues n JOIN down ON n.before_id ="
        " down.id) " ISSUE " JOIN down ON down.id = i.topic_id ORDER BY i.passed_at, i.topic_id",
        first);
}

static std::vector<TopicId> firsts_of(db::Session& db, const std::vector<TopicId>& topics) {
    std::vector<TopicId> firsts;
    for (const auto topic : topics) {
        const auto first = first_of_thread(db, topic);
        if (std::ranges::find(firsts, first) == firsts.end()) firsts.push_back(first);
    }
    return firsts;
}

std::vector<TopicId> list_threads_of_circle(db::Session& db, CircleId circle) {
    return firsts_of(db, db.all<TopicId>("SELECT topic_id FROM circles_issues WHERE to_id = $1 OR from_id = $1"
                                         " ORDER BY passed_at DESC, topic_id DESC LIMIT 100",
                                         circle));
}

std::vector<TopicId> list_threads_of_session(db::Session& db, SessionId session) {
    return firsts_of(db, db.all<TopicId>("SELECT i.topic_id FROM circles_issues i WHERE i.session_id = $1 OR EXISTS (SELECT 1"
                                         " FROM circles_topic_sessions t WHERE t.topic_id = i.topic_id AND t.session_id = $1)"
                                         " ORDER BY i.passed_at DESC, i.topic_id DESC LIMIT 100",
                                         session));
}

std::int64_t count_issues(db::Session& db, SessionId session) {
    return db.one<std::int64_t>(
        "SELECT count(*) FROM circles_issues i WHERE i.session_id = $1 OR EXISTS (SELECT 1 FROM circles_topic_sessions t"
        " WHERE t.topic_id = i.topic_id AND t.session_id = $1)",
        session);
}

}  // namespace circles
