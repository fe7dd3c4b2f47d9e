#include "base/bounded.hpp"
#include "channels/own/own_links.hpp"
#include "channels/routes.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"

namespace channels {

namespace {

constexpr std::size_t most_links = 20;

struct OwnLinkForm {
    base::Line name;
};
BOOST_DESCRIBE_STRUCT(OwnLinkForm, (), (name))

struct OwnLinkMade {
    std::string path;  // of the calendar file; both are told once
    std::string feed;  // of the Atom feed
};
BOOST_DESCRIBE_STRUCT(OwnLinkMade, (), (path, feed))

OwnLinkMade made(const std::string& token) {
    const auto path = "/feeds/" + token;
    return {path + ".ics", path + ".atom"};
}

std::vector<OwnLink> get_own_links(http::Call& call) {
    return list_own_links(call.read(), call.person());
}

http::Created<OwnLinkMade> add_own_link(http::Call& call, const OwnLinkForm& form) {
    return call.write_unkept([&](db::Tx& tx) {
        if (list_own_links(tx, call.person()).size() >= most_links) throw http::Problem(409, "many_own_links");
        const auto token = insert_own_link(tx, call.person(), form.name.value);
        journal::record(tx, call.person(), "channels.own_link_made", {call.person(), 0});
        return http::Created<OwnLinkMade>{made(token)};
    });
}

OwnLinkMade renew(http::Call& call, OwnLinkId id) {
    return call.write_unkept([&](db::Tx& tx) {
        const auto token = renew_own_link(tx, call.person(), id);
        if (!token) throw http::not_found();
        journal::record(tx, call.person(), "channels.own_link_renewed", {call.person(), 0});
        return made(*token);
    });
}

http::NoContent end_own_link(http::Call& call, OwnLinkId id) {
    call.write([&](db::Tx& tx) {
        if (!delete_own_link(tx, call.person(), id)) throw http::not_found();
        journal::record(tx, call.person(), "channels.own_link_ended", {call.person(), 0});
    });
    return {};
}

}  // namespace

void add_own_link_routes(http::Router& router) {
    router.get("/api/me/feeds", get_own_links, access::signed_in);
    router.post("/api/me/feeds", add_own_link, access::signed_in, http::WriteKind::account);
    router.post("/api/me/feeds/{link}/renew", renew, access::signed_in, http::WriteKind::account);
    router.del("/api/me/feeds/{link}", end_own_link, access::signed_in, http::WriteKind::account);
}

}  // namespace channels
