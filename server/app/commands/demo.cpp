#include <fmt/format.h>
#include <boost/json/parse.hpp>

#include <iostream>
#include <stdexcept>

#include "app/commands/commands.hpp"
#include "app/demo/entered.hpp"
#include "app/demo/localities.hpp"
#include "app/demo/locality.hpp"
#include "app/wiring.hpp"
#include "journal/sealer.hpp"
#include "site/site.hpp"

namespace app {

namespace {

// For an installation on one's own machine; whoever shows it to others ends these accounts first.
constexpr std::string_view demo_password = "lomwong-demo";

// What is in use is never touched: somebody's word may be in it. Sets of indicators and what stands in them come with the program.
void require_unused(Installation& installation) {
    const auto records = installation.database->read()->one<std::int64_t>(
        "SELECT count(*) FROM records_v_records WHERE created_by <> 0 OR kind NOT IN ('indicator', 'indicator_set')");
    if (records > 0)
        throw std::runtime_error(fmt::format("{} records are here already: the example goes only into an unused data folder", records));
}

}  // namespace

int load_demo(const Config& config) {
    Installation installation{config};
    installation.bring_up_to_date();
    require_unused(installation);

    installation.database->write([](db::Tx& tx) { site::mark_as_example(tx); });
    const auto administrator =
        auth::add_account(*installation.database, installation.auth, {"ผู้ดูแลระบบ (ตัวอย่าง)", "admin", std::string(demo_password), true});
    const auto password = installation.auth.hasher.hash(std::string(demo_password));
    std::vector<demo::DemoAccount> accounts;
    const auto localities = boost::json::parse(demo::localities());
    for (const auto& locality : localities.as_array()) {
        const auto more = demo::load_locality(installation, locality.as_object(), {administrator, password});
        accounts.insert(accounts.end(), more.begin(), more.end());
        demo::add_entered(installation, administrator, locality.as_object());
    }
    while (journal::seal(*installation.database) > 0) {
    }

    std::cout << "The example is loaded. Sign in with the password " << demo_password << " as\n  admin           administrator\n";
    for (const auto& account : accounts) std::cout << fmt::format("  {:15} {}, {}\n", account.login, account.name, account.position);
    return 0;
}

}  // namespace app
