#pragma once

#include "areas/areas.hpp"
#include "channels/channels.hpp"
#include "circles/circles_office.hpp"
#include "discussion/discussion.hpp"

namespace channels {

// An office that keeps circles and tells of them outside; for tests.
struct ChannelsOffice : circles::CirclesOffice {
    explicit ChannelsOffice(db::Engine engine)
        : CirclesOffice(engine, {{files::migrations(), files::add_routes},
                                 {trace::migrations(), trace::add_routes},
                                 {discussion::migrations(), discussion::add_routes},
                                 {site::migrations(), site::add_routes},
                                 {areas::migrations()},
                                 {knowledge::migrations()},
                                 {circles::migrations(), circles::add_routes},
                                 {channels::migrations(), channels::add_routes}}) {}
};

}  // namespace channels
