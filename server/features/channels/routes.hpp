#pragma once

namespace http {
class Router;
}

namespace channels {

void add_calendar_routes(http::Router& router);
void add_own_link_routes(http::Router& router);

}  // namespace channels
