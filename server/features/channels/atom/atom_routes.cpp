#include "areas/areas.hpp"
#include "base/locale.hpp"
#include "channels/atom/newest.hpp"
#include "channels/routes.hpp"
#include "circles/circles.hpp"
#include "http/page.hpp"
#include "http/router.hpp"
#include "people/people.hpp"

// Feeds of what everybody may read, whoever asks: what a feed reader fetched, it shows to others.
namespace channels {

static http::Response feed_of(http::Call& call, const std::string& title, const std::string& address, const NewestWanted& wanted) {
    const auto origin = http::origin_of(call);
    return http::Response::text(200, "application/atom+xml; charset=utf-8",
                                atom_text({.title = title,
                                           .url = origin + address,
                                           .self = origin + address + ".atom",
                                           .language = call.language(),
                                           .entries = list_newest(call.read(), {}, wanted, origin)}));
}

static http::Response circle_feed(http::Call& call, const records::Readable<circles::CircleId>& circle) {
    return feed_of(call, circle->title, circle->address, {.within = circle->id});
}

static http::Response organisation_feed(http::Call& call, const records::Readable<people::OrganisationId>& organisation) {
    return feed_of(call, organisation->title, organisation->address, {.owner = organisation->id});
}

static http::Response area_feed(http::Call& call, const http::Segment& code) {
    const auto area = areas::find(call.read(), code.value);
    if (!area) throw http::not_found();
    return feed_of(call, areas::title(*area, call.language()), "/areas/" + area->code, {.area = area->id});
}

static http::Response knowledge_feed(http::Call& call) {
    return feed_of(call, base::say(call.language(), "channels_newest_knowledge"), "/knowledge", {.kind = "knowledge"});
}

void add_atom_routes(http::Router& router) {
    router.get("/circles/{circle}.atom", circle_feed, access::may_read);
    router.get("/organisations/{organisation}.atom", organisation_feed, access::may_read);
    router.get("/areas/{code}.atom", area_feed, access::anyone);
    router.get("/knowledge.atom", knowledge_feed, access::anyone);
}

}  // namespace channels
