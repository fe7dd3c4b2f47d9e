#include "knowledge/knowledge.hpp"

#include "knowledge/routes.hpp"

namespace knowledge {

void add_routes(http::Router& router) {
    add_item_routes(router);
    add_series_routes(router);
    add_read_routes(router);
    add_import_routes(router);
}

}  // namespace knowledge
