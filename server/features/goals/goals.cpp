#include "goals/goals.hpp"

namespace goals {

void add_routes(http::Router& router) {
    add_figure_routes(router);
}

}  // namespace goals
