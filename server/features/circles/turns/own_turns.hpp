#pragma once

#include "circles/turns/turns.hpp"

namespace circles {

// A coming turn that the viewer makes ready, as their home page tells of it.
struct OwnTurn {
    std::string circle;
    std::string address;  // of the circle
    base::Date due;
    base::Date on;
    std::string host;  // empty where not everybody may know it
    std::vector<HostTask> done;
};
BOOST_DESCRIBE_STRUCT(OwnTurn, (), (circle, address, due, on, host, done))

// The nearest of each circle in the next weeks, in their order: of hosts for which the viewer writes, in circles that they may read.
std::vector<OwnTurn> list_own_turns(db::Session& db, const http::Viewer& viewer, base::Date today);

}  // namespace circles
