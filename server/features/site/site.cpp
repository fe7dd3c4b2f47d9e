#include "site/site.hpp"

#include <boost/describe.hpp>

#include "http/page.hpp"
#include "http/router.hpp"

namespace site {

struct Site {
    bool example{};  // people and events are invented
};
BOOST_DESCRIBE_STRUCT(Site, (), (example))

void mark_as_example(db::Tx& tx) {
    tx.run("INSERT INTO site_facts (name, since) VALUES ('example', $1) ON CONFLICT (name) DO NOTHING", tx.now());
}

static Site get_site(http::Call& call) {
    return {call.read().one<std::int64_t>("SELECT count(*) FROM site_facts WHERE name = 'example'") > 0};
}

void add_routes(http::Router& router) {
    router.page("/", show_home, access::anyone);
    router.get("/api/site", get_site, access::anyone);
}

}  // namespace site
