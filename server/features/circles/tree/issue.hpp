#pragma once

#include <boost/describe.hpp>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "circles/session/said.hpp"
#include "circles/topic/topic.hpp"
#include "circles/tree/passed_on.hpp"
#include "circles/turns/turns.hpp"
#include "db/db.hpp"
#include "http/viewer.hpp"

// What one circle passes to the circle above or below it: there it is a topic like any other, and its answer goes back to where it came up.
namespace circles {

enum class Direction : std::uint8_t { up, down };
BOOST_DESCRIBE_ENUM(Direction, up, down)

struct IssueForm {
    CircleId to;                   // the circle above, or one right below
    std::optional<PointId> point;  // what was said, where it goes on in these words
    base::Line title;
    std::optional<base::Text<0, 2000>> note;
};
BOOST_DESCRIBE_STRUCT(IssueForm, (), (to, point, title, note))

struct IssueAnswer {
    Outcome outcome{};
    base::Text<1, 4000> answer;
    std::int64_t version{};
};
BOOST_DESCRIBE_STRUCT(IssueAnswer, (), (outcome, answer, version))

// As it is stored.
struct IssueRow {
    TopicId topic_id;
    std::optional<TopicId> before_id;
    std::optional<SessionId> session_id;
    std::optional<PointId> point_id;
    CircleId from_id;
    CircleId to_id;
    Direction direction{};
    std::string title;
    std::string note;
    base::Instant passed_at;
    std::optional<Outcome> outcome;
    std::string answer;
    std::optional<base::Instant> answered_at;
    std::int64_t version{};
};
BOOST_DESCRIBE_STRUCT(IssueRow, (),
                      (topic_id, before_id, session_id, point_id, from_id, to_id, direction, title, note, passed_at, outcome, answer,
                       answered_at, version))

// One step of a thread, as one viewer sees it. Its words were let out by who passed them; circles and sessions are named only where the
// viewer may read them.
struct IssueStep {
    TopicId id;
    std::string address;  // of the topic that it is in the circle to which it came; empty where the viewer may not read it
    std::string title;
    std::string note;
    Party from;
    Party to;
    Direction direction{};
    base::Instant passed_at;
    std::optional<SessionLine> session;   // where it came up
    std::optional<SessionLine> taken_up;  // the session that talks of it, or did
    std::optional<base::Date> taken_up_on;
    std::optional<Outcome> outcome;
    std::string answer;
    std::optional<base::Instant> answered_at;
    std::int64_t version{};
    bool may_answer{};  // and pass it on
};
BOOST_DESCRIBE_STRUCT(IssueStep, (),
                      (id, address, title, note, from, to, direction, passed_at, session, taken_up, taken_up_on, outcome, answer,
                       answered_at, version, may_answer))

// An issue from where it came up, through the circles that passed it on, to the answers.
struct Thread {
    std::vector<IssueStep> steps;  // in the order in which they were passed
};
BOOST_DESCRIBE_STRUCT(Thread, (), (steps))

// ---- queries ----

void insert_issue(db::Tx& tx, base::PersonId actor, const IssueRow& issue);
std::optional<IssueRow> find_issue(db::Session& db, TopicId topic);
// Throws Problem 412 `edited_elsewhere` unless `answer.version` is the newest.
void set_issue_answer(db::Tx& tx, const IssueRow& issue, const IssueAnswer& answer);
// The first issue of its thread; `topic` itself where nothing was before it.
TopicId first_of_thread(db::Session& db, TopicId topic);
std::vector<IssueRow> list_thread(db::Session& db, TopicId first);
// First issues of the threads that touch a circle, or a session: came up there, or are talked of there. The newest first.
std::vector<TopicId> list_threads_of_circle(db::Session& db, CircleId circle);
std::vector<TopicId> list_threads_of_session(db::Session& db, SessionId session);
std::int64_t count_issues(db::Session& db, SessionId session);

// ---- as pages show them ----

Thread thread_for(db::Session& db, const http::Viewer& viewer, TopicId first);
std::vector<Thread> threads_for(db::Session& db, const http::Viewer& viewer, const std::vector<TopicId>& firsts);
std::map<PointId, std::vector<PassedOn>> passed_on_from(db::Session& db, const http::Viewer& viewer, SessionId session);

}  // namespace circles
