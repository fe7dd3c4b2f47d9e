#pragma once

namespace http {
class Router;
}

namespace goals {

void add_values_routes(http::Router& router);

}  // namespace goals
