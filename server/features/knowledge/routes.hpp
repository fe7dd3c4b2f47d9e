#pragma once

namespace http {
class Router;
}

namespace knowledge {

void add_item_routes(http::Router& router);
void add_series_routes(http::Router& router);
void add_read_routes(http::Router& router);
void add_import_routes(http::Router& router);

}  // namespace knowledge
