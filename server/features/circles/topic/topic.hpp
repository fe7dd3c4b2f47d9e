#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/bounded.hpp"
#include "base/json/errors.hpp"
#include "circles/circles.hpp"
#include "db/db.hpp"
#include "records/records.hpp"

namespace circles {

// What a circle wants to talk about: a record that lies in its circle, proposed and supported by those who read it, put on a session, done
// when that has been held. Done, it may be taken up again.
enum class TopicState : std::uint8_t { open, scheduled, done, dropped };
BOOST_DESCRIBE_ENUM(TopicState, open, scheduled, done, dropped)

struct TopicForm {
    base::Line title;
    std::optional<base::Text<0, 2000>> note;
    std::optional<std::vector<base::Line>> tags;
    std::optional<base::Date> proposed_on;  // today, unless it was said before it was written down here
};
BOOST_DESCRIBE_STRUCT(TopicForm, (), (title, note, tags, proposed_on))
void check(const TopicForm& form, json::Errors& errors);

struct TopicPlan {
    TopicState state{};
    std::optional<SessionId> session;  // scheduled: one that is planned; done: one that was held, or none
};
BOOST_DESCRIBE_STRUCT(TopicPlan, (), (state, session))
void check(const TopicPlan& plan, json::Errors& errors);

// What its envelope says of it; place and language are its circle's.
records::Description describe(const TopicForm& form, const records::Envelope& where);
// Every word of it: what search reads.
std::string searchable(const TopicForm& form);

// Steps of a transaction, each with its event. A topic that would be proposed only tomorrow is a Problem 422 at "/proposed_on".
records::Envelope propose(db::Tx& tx, base::PersonId actor, const records::Envelope& circle, const TopicForm& form);
// Throws Problem 412 `edited_elsewhere` if `version` is no longer the newest.
records::Envelope reword(db::Tx& tx, base::PersonId actor, const records::Envelope& topic, std::int64_t version, const TopicForm& form);
// Throws Problem 422 at "/session" for a session that is not this circle's, or not one that the state can stand for.
void plan_topic(db::Tx& tx, base::PersonId actor, const records::Envelope& topic, const TopicPlan& plan);

// What becomes of a session becomes of the topics on it: held makes them done, and the river runs through it; called off opens them again;
// a plan once more, they wait for it once more.
void session_held(db::Tx& tx, base::PersonId actor, SessionId session);
void session_called_off(db::Tx& tx, SessionId session);
void session_reopened(db::Tx& tx, SessionId session);
// A postponed session's topics wait for the one that stands for it.
void session_moved(db::Tx& tx, SessionId from, SessionId to);

}  // namespace circles
