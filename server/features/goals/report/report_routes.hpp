#pragma once

namespace http {
class Router;
}

namespace goals {

void add_report_routes(http::Router& router);

}  // namespace goals
