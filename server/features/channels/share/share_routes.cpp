#include "channels/routes.hpp"
#include "circles/circles.hpp"
#include "http/router.hpp"

namespace channels {

// What is pasted where people already talk. Links stand apart: who shares chooses which one goes with it.
struct ShareTexts {
    std::string invitation;  // before
    std::string summary;     // after, of what its speakers let out; empty while it is not held
    circles::DayState state{};
    bool for_all{};  // everybody may read its page
};
BOOST_DESCRIBE_STRUCT(ShareTexts, (), (invitation, summary, state, for_all))

static ShareTexts get_share(http::Call& call, const records::Readable<circles::SessionId>& session) {
    const auto day = circles::find_day(call.read(), call.viewer(), session->id);
    if (!day) throw http::not_found();
    const auto told = circles::get_summary(call.read(), session->id);
    const bool held = day->state == circles::DayState::held;
    return {.invitation = circles::invitation(*day, told, call.language()),
            .summary = held ? circles::thanks(*day, told, call.language()) : "",
            .state = day->state,
            .for_all = session->visibility == records::Visibility::public_};
}

void add_share_routes(http::Router& router) {
    router.get("/api/sessions/{session}/share", get_share, access::may_read);
}

}  // namespace channels
