#include "areas/areas.hpp"
#include "base/locale.hpp"
#include "channels/atom/newest.hpp"
#include "channels/own/own_links.hpp"
#include "channels/routes.hpp"
#include "circles/circles.hpp"
#include "http/page.hpp"
#include "http/router.hpp"
#include "people/people.hpp"

// Feeds of what everybody may read, whoever asks: what a feed reader fetched, it shows to others. But for one's own, at a secret address.
namespace channels {

static http::Response as_atom(const AtomFeed& feed) {
    return http::Response::text(200, "application/atom+xml; charset=utf-8", atom_text(feed));
}

static http::Response feed_of(http::Call& call, const std::string& title, const std::string& address, const NewestWanted& wanted) {
    const auto origin = http::origin_of(call);
    return as_atom({.title = title,
                    .url = origin + address,
                    .self = origin + address + ".atom",
                    .language = call.language(),
                    .entries = list_newest(call.read(), {}, wanted, origin)});
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

// As the calendar of the same token: what its person may read, as nobody of the house.
static http::Response own_feed(http::Call& call, const http::Segment& token) {
    const auto person = find_owner(call.read(), token.value);
    if (!person) throw http::not_found();
    const auto origin = http::origin_of(call);
    auto response = as_atom({.title = base::say(call.language(), "channels_own_feed"),
                             .url = origin + "/me/feeds",
                             .self = origin + "/feeds/" + token.value + ".atom",
                             .language = call.language(),
                             .entries = list_newest(call.read(), {.person = *person}, {.own = true}, origin)});
    response.headers.set("Cache-Control", "private, no-cache");
    response.headers.set("X-Robots-Tag", "noindex");
    return response;
}

void add_atom_routes(http::Router& router) {
    router.get("/circles/{circle}.atom", circle_feed, access::may_read);
    router.get("/organisations/{organisation}.atom", organisation_feed, access::may_read);
    router.get("/areas/{code}.atom", area_feed, access::anyone);
    router.get("/knowledge.atom", knowledge_feed, access::anyone);
    // The token is the right: only its person knows it.
    router.get("/feeds/{token}.atom", own_feed, access::anyone);
}

}  // namespace channels
