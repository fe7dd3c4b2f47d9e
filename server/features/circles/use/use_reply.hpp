#pragma once

#include "circles/sight.hpp"
#include "circles/use/follow_up.hpp"

namespace circles {

// A method that a session uses, as one viewer sees it.
struct Use {
    UseId id;
    std::string method;
    std::string address;  // of the method; empty where the viewer may not read it
    std::string label;
    Method content;
    std::vector<CapturedAnswer> answers;  // in the order in which they were written
    std::vector<FollowUp> follow_ups;
    bool may_follow_up{};  // the viewer may answer those
};
BOOST_DESCRIBE_STRUCT(Use, (), (id, method, address, label, content, answers, follow_ups, may_follow_up))

// What is captured in a dialogue stays with its insiders, and so do names.
std::vector<Use> uses_for(db::Session& db, const http::Viewer& viewer, const records::Found& session);
bool stays_in_circle(db::Session& db, SessionId session, const Method& method);

// What search may read of a session's methods.
std::vector<std::string> words_of_uses(db::Session& db, SessionId session);

// What is to be asked after a session, wherever it was.
struct Followed {
    std::string address;  // of the session
    std::string title;
    std::string label;  // of the method's use
    base::Date held_on;
    std::vector<FollowUp> follow_ups;
};
BOOST_DESCRIBE_STRUCT(Followed, (), (address, title, label, held_on, follow_ups))
std::vector<Followed> followed(db::Session& db, const std::vector<FollowedRow>& rows);

}  // namespace circles
