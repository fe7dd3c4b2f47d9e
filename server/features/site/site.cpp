#include "site/site.hpp"

#include <boost/describe.hpp>

#include "http/page.hpp"
#include "http/router.hpp"
#include "site/routes.hpp"
#include "site/settings/fiscal_year.hpp"
#include "site/settings/identity.hpp"
#include "site/settings/word.hpp"

namespace site {

struct ShownLogo {
    std::string address;  // of the file; /thumb is its smallest size
    std::string alternative_text;
    std::int64_t width{}, height{};
};
BOOST_DESCRIBE_STRUCT(ShownLogo, (), (address, alternative_text, width, height))

struct Site {
    bool example{};               // people and events are invented
    std::vector<SaidHere> words;  // what is said otherwise here
    std::optional<ShownLogo> logo;
    std::int64_t fiscal_year_begins{};  // with this month
};
BOOST_DESCRIBE_STRUCT(Site, (), (example, words, logo, fiscal_year_begins))

void mark_as_example(db::Tx& tx) {
    tx.run("INSERT INTO site_facts (name, since) VALUES ('example', $1) ON CONFLICT (name) DO NOTHING", tx.now());
}

bool is_example(db::Session& db) {
    return db.one<std::int64_t>("SELECT count(*) FROM site_facts WHERE name = 'example'") > 0;
}

base::FiscalCalendar fiscal_calendar(db::Session& db) {
    return {.begins = static_cast<unsigned>(setting<FiscalYear>(db).begins.value)};
}

static Site get_site(http::Call& call) {
    Site site{.example = is_example(call.read()), .words = list_said_here(call.read()), .logo = {}};
    site.fiscal_year_begins = fiscal_calendar(call.read()).begins;
    if (const auto logo = find_logo(call.read())) site.logo = {logo->address, logo->alternative_text, logo->width, logo->height};
    return site;
}

void add_routes(http::Router& router) {
    router.page("/", show_home, access::anyone);
    router.get("/api/site", get_site, access::anyone);
    add_settings_routes(router);
    add_holiday_routes(router);
    add_web_manifest(router);
}

}  // namespace site
