#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/bounded.hpp"
#include "base/json/errors.hpp"
#include "base/person.hpp"
#include "circles/circles.hpp"
#include "db/db.hpp"

namespace circles {

// What a circle wants to talk about: proposed and supported by those who read it, put on a session, done when that has been held.
enum class TopicState : std::uint8_t { open, scheduled, done, dropped };
BOOST_DESCRIBE_ENUM(TopicState, open, scheduled, done, dropped)

struct TopicForm {
    base::Line title;
    std::optional<base::Text<0, 2000>> note;
};
BOOST_DESCRIBE_STRUCT(TopicForm, (), (title, note))

struct TopicPlan {
    TopicState state{};
    std::optional<SessionId> session;  // for scheduled and done
};
BOOST_DESCRIBE_STRUCT(TopicPlan, (), (state, session))
void check(const TopicPlan& plan, json::Errors& errors);

struct Topic {
    TopicId id;
    std::string title;
    std::string note;
    TopicState state{};
    std::int64_t support{};
    bool mine{};  // the viewer supports it
    std::optional<SessionId> session_id;
    std::string session_address;
};
BOOST_DESCRIBE_STRUCT(Topic, (), (id, title, note, state, support, mine, session_id, session_address))

TopicId insert_topic(db::Tx& tx, base::PersonId actor, CircleId circle, const TopicForm& form);
// Problem 404 where the topic is not this circle's.
void plan_topic(db::Tx& tx, CircleId circle, TopicId id, const TopicPlan& plan);
void support(db::Tx& tx, CircleId circle, TopicId id, base::PersonId person);
void withdraw_support(db::Tx& tx, TopicId id, base::PersonId person);
// What was on a session follows it: held makes its topics done, called off opens them again.
void move_topics(db::Tx& tx, SessionId session, TopicState to);
// A postponed session's topics wait for the one that stands for it.
void hand_over_topics(db::Tx& tx, SessionId from, SessionId to);

std::vector<Topic> list_topics(db::Session& db, base::PersonId viewer, CircleId circle);
std::vector<Topic> list_topics_of_session(db::Session& db, base::PersonId viewer, SessionId session);

}  // namespace circles
