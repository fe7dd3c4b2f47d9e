#pragma once

#include "circles/session/session.hpp"
#include "circles/topic/topic.hpp"
#include "http/viewer.hpp"

namespace circles {

// A topic's row as lists show it to one viewer.
struct TopicRow {
    TopicId id;
    std::int64_t number{};
    std::string title;
    std::string address;
    std::string note;
    TopicState state{};
    std::int64_t support{};
    bool mine{};  // the viewer supports it
    std::optional<SessionId> session_id;
    std::string session_address;  // empty where the viewer may not know it
    std::int64_t version{};
};
BOOST_DESCRIBE_STRUCT(TopicRow, (), (id, number, title, address, note, state, support, mine, session_id, session_address, version))

struct Topic : TopicRow {
    std::vector<std::string> tags;
};
BOOST_DESCRIBE_STRUCT(Topic, (TopicRow), (tags))

struct TopicsWanted {
    std::optional<base::Line> tag;
};
BOOST_DESCRIBE_STRUCT(TopicsWanted, (), (tag))

// Those that the viewer may read, in the order in which they were proposed; what was dropped is not among a circle's.
std::vector<Topic> list_topics(db::Session& db, const http::Viewer& viewer, CircleId circle, const TopicsWanted& wanted = {});
std::vector<Topic> list_topics_of_session(db::Session& db, const http::Viewer& viewer, SessionId session);
// Of a topic that the viewer may read.
Topic get_topic(db::Session& db, const http::Viewer& viewer, TopicId id);

void insert_topic(db::Tx& tx, TopicId id, CircleId circle, const std::string& note);
void set_note(db::Tx& tx, TopicId id, const std::string& note);
void replace_tags(db::Tx& tx, TopicId id, const std::vector<std::string>& tags);
void insert_support(db::Tx& tx, TopicId id, base::PersonId person);
void delete_support(db::Tx& tx, TopicId id, base::PersonId person);

void set_plan(db::Tx& tx, TopicId id, TopicState state, std::optional<SessionId> session);
// Its place on a session's list of topics, and on the topic's own way.
void take_up(db::Tx& tx, TopicId id, SessionId session);
void leave_planned_sessions(db::Tx& tx, TopicId id);
// Those for which this session is the next or last one.
void move_topics(db::Tx& tx, SessionId session, TopicState to);
// Those, and what was opened when it was called off and stands nowhere else since.
void wait_again(db::Tx& tx, SessionId session);
std::vector<TopicId> list_topics_on(db::Session& db, SessionId session);
std::vector<TopicId> list_topics_waiting_for(db::Session& db, SessionId session);
std::optional<SessionState> find_state_in_circle(db::Session& db, CircleId circle, SessionId session);

}  // namespace circles
