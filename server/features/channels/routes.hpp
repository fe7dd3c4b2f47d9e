#pragma once

namespace http {
class Router;
}

namespace channels {

void add_calendar_routes(http::Router& router);
void add_atom_routes(http::Router& router);
void add_own_link_routes(http::Router& router);
void add_group_routes(http::Router& router);
void add_guest_routes(http::Router& router);
void add_share_routes(http::Router& router);
void add_follow_routes(http::Router& router);

}  // namespace channels
