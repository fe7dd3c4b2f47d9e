#include "channels/channels.hpp"

#include "base/json/json.hpp"
#include "channels/group/gifts.hpp"
#include "channels/routes.hpp"
#include "channels/talk/talks.hpp"

namespace channels {

void add_routes(http::Router& router) {
    add_calendar_routes(router);
    add_atom_routes(router);
    add_own_link_routes(router);
    add_group_routes(router);
    add_guest_routes(router);
    add_share_routes(router);
    add_follow_routes(router);
}

void add_jobs(jobs::Handlers& handlers, db::Database& database, const mail::Postbox& postbox) {
    handlers["channels.forget_left"] = {
        .work = [&](const std::string&) { database.write(forget_left), database.write(forget_old_replies); },
        .every = std::chrono::hours(24)};
    handlers["channels.tell_summary"] = {
        .work = [&](const std::string& payload) { tell_summary(database, postbox, json::read_own<SummaryJob>(payload).session); }};
}

}  // namespace channels
