#pragma once

#include "search/searcher.hpp"

namespace http {
class Router;
}

// The door. The application gives its Searcher to the equipment and to a journal follower.
namespace search {

void add_routes(http::Router& router);

}  // namespace search
