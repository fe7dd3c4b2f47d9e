#pragma once

namespace http {
class Router;
}

namespace circles {

void add_circle_routes(http::Router& router);
void add_rhythm_routes(http::Router& router);
void add_turn_routes(http::Router& router);
void add_topic_routes(http::Router& router);
void add_tree_routes(http::Router& router);
void add_life_routes(http::Router& router);
void add_facilitator_routes(http::Router& router);
void add_feedback_routes(http::Router& router);
void add_session_routes(http::Router& router);
void add_people_routes(http::Router& router);
void add_content_routes(http::Router& router);
void add_method_routes(http::Router& router);
void add_use_routes(http::Router& router);
void add_keep_routes(http::Router& router);
void add_group_routes(http::Router& router);
void add_group_note_routes(http::Router& router);
void add_group_merge_routes(http::Router& router);
void add_capture_routes(http::Router& router);
void add_voice_routes(http::Router& router);
void add_consent_routes(http::Router& router);
void add_clearance_routes(http::Router& router);
void add_minutes_routes(http::Router& router);
void add_harvest_routes(http::Router& router);
void add_calendar_routes(http::Router& router);
void add_assessment_routes(http::Router& router);
void add_community_routes(http::Router& router);
void add_year_pages(http::Router& router);
void add_letterhead_routes(http::Router& router);
void add_paper_routes(http::Router& router);
void add_book_routes(http::Router& router);
void add_room_routes(http::Router& router);
void add_seat_routes(http::Router& router);
void add_group_seat_routes(http::Router& router);
void add_pages(http::Router& router);

}  // namespace circles
