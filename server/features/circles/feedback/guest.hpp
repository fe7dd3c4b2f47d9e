#pragma once

#include "circles/feedback/feedback.hpp"

namespace http {
class Router;
}

// Feedback of those who came and have no account: by a link or QR of the session, without a name, until the link has run out. It waits
// until who keeps the session takes it in or leaves it. They see the words; the marks are nobody's to pick by.
namespace circles {

struct WaitingTag {};
using WaitingId = base::Id<WaitingTag>;

struct WaitingFeedback {
    WaitingId id;
    std::string good;
    std::string better;
};
BOOST_DESCRIBE_STRUCT(WaitingFeedback, (), (id, good, better))

struct FeedbackLink {
    SessionId session_id;
    base::PersonId made_by;
    base::Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(FeedbackLink, (), (session_id, made_by, expires_at))

// ---- queries ----

// The one before it ends. Returns the token, told once.
std::string put_feedback_link(db::Tx& tx, base::PersonId maker, SessionId session, base::Instant expires_at);
bool end_feedback_link(db::Tx& tx, SessionId session);
// Nothing for one that has run out.
std::optional<FeedbackLink> find_feedback_link(db::Session& db, std::string_view token, base::Instant now);
std::optional<FeedbackLink> find_feedback_link(db::Session& db, SessionId session, base::Instant now);
std::int64_t count_waiting(db::Session& db, SessionId session);
void insert_waiting(db::Tx& tx, SessionId session, const FeedbackForm& form);
// In the order of their words, as feedback is told.
std::vector<WaitingFeedback> list_waiting(db::Session& db, SessionId session);
// What waited, which is gone from there; nothing if there is none.
std::optional<FeedbackForm> take_waiting(db::Tx& tx, SessionId session, WaitingId id);

void add_guest_feedback_routes(http::Router& router);

}  // namespace circles
