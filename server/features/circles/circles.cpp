#include "circles/circles.hpp"

#include "circles/agreements/followed.hpp"
#include "circles/feedback/guest.hpp"
#include "circles/invite/invitations.hpp"
#include "circles/routes.hpp"

namespace circles {

void add_routes(http::Router& router) {
    add_circle_routes(router);
    add_rhythm_routes(router);
    add_turn_routes(router);
    add_topic_routes(router);
    add_tree_routes(router);
    add_life_routes(router);
    add_feedback_routes(router);
    add_guest_feedback_routes(router);
    add_facilitator_routes(router);
    add_session_routes(router);
    add_people_routes(router);
    add_invitation_routes(router);
    add_invited_routes(router);
    add_content_routes(router);
    add_capture_routes(router);
    add_voice_routes(router);
    add_consent_routes(router);
    add_clearance_routes(router);
    add_minutes_routes(router);
    add_calendar_routes(router);
    add_agreement_routes(router);
    add_community_routes(router);
    add_assessment_routes(router);
    add_method_routes(router);
    add_use_routes(router);
    add_keep_routes(router);
    add_group_routes(router);
    add_group_note_routes(router);
    add_group_merge_routes(router);
    add_harvest_routes(router);
    add_year_pages(router);
    add_letterhead_routes(router);
    add_paper_routes(router);
    add_book_routes(router);
    add_room_routes(router);
    add_seat_routes(router);
    add_group_seat_routes(router);
    add_pages(router);
}

}  // namespace circles
