#pragma once

#include "circles/session/session_card.hpp"
#include "circles/session/session_reply.hpp"
#include "circles/topic/topic_queries.hpp"

namespace circles {

// A topic as its page shows it: the way from who proposed it, through the sessions that took it up, to what was learnt.
struct TopicReply {
    records::Envelope record;
    CircleLine circle;
    std::string note;
    std::vector<std::string> tags;
    TopicState state{};
    std::int64_t support{};
    bool mine{};  // the viewer supports it
    std::optional<records::Card> proposer;
    std::vector<SessionCard> sessions;     // that took it up or were to, the oldest first
    std::vector<records::Card> knowledge;  // that came of it, said in its sessions or linked by hand
    records::Rights rights;
    bool may_reword{};
};
BOOST_DESCRIBE_STRUCT(TopicReply, (), (record, circle, note, tags, state, support, mine, proposer, sessions, knowledge, rights, may_reword))

// Who may edit it, and who proposed it while they may read its circle.
bool may_reword(db::Session& db, const http::Viewer& viewer, const records::Found& topic);

TopicReply topic_reply(db::Session& db, const http::Viewer& viewer, const records::Found& topic);

}  // namespace circles
