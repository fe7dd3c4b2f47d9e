#include "channels/channels.hpp"

#include "channels/routes.hpp"

namespace channels {

void add_routes(http::Router& router) {
    add_calendar_routes(router);
    add_own_link_routes(router);
}

}  // namespace channels
