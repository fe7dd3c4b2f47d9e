#pragma once

namespace http {
class Router;
}

namespace goals {

void add_indicator_routes(http::Router& router);
void add_set_routes(http::Router& router);
void add_figure_routes(http::Router& router);
void add_open_routes(http::Router& router);
void add_goal_routes(http::Router& router);
void add_vote_routes(http::Router& router);
void add_proposal_routes(http::Router& router);
void add_board_routes(http::Router& router);
void add_situation_routes(http::Router& router);
void add_entry_routes(http::Router& router);
void add_settle_routes(http::Router& router);
void add_data_value_set_routes(http::Router& router);
void add_opened_routes(http::Router& router);
void add_map_routes(http::Router& router);
void add_count_routes(http::Router& router);
void add_dashboard_routes(http::Router& router);

}  // namespace goals
