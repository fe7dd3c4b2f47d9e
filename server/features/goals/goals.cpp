#include "goals/goals.hpp"

#include "goals/figures/figure_queries.hpp"
#include "goals/report/report_routes.hpp"
#include "goals/routes.hpp"
#include "goals/values/values_routes.hpp"

namespace goals {

void add_routes(http::Router& router) {
    add_indicator_routes(router);
    add_set_routes(router);
    add_figure_routes(router);
    add_open_routes(router);
    add_values_routes(router);
    add_goal_routes(router);
    add_vote_routes(router);
    add_proposal_routes(router);
    add_board_routes(router);
    add_situation_routes(router);
    add_entry_routes(router);
    add_settle_routes(router);
    add_data_value_set_routes(router);
    add_opened_routes(router);
    add_map_routes(router);
    add_count_routes(router);
    add_report_routes(router);
    add_dashboard_routes(router);
}

areas::AreaUse& use_of_areas() {
    static areas::AreaUse use{count_values};
    return use;
}

}  // namespace goals
