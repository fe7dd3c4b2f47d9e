#include "channels/channels.hpp"

#include "channels/routes.hpp"

namespace channels {

void add_routes(http::Router& router) {
    add_calendar_routes(router);
    add_atom_routes(router);
    add_own_link_routes(router);
    add_group_routes(router);
    add_guest_routes(router);
    add_share_routes(router);
}

}  // namespace channels
