#include "app/wiring.hpp"

#include <spdlog/spdlog.h>

#include "app/log.hpp"
#include "areas/areas.hpp"
#include "http/idempotency.hpp"
#include "jobs/runner.hpp"
#include "journal/journal.hpp"
#include "journal/sealer.hpp"
#include "records/records.hpp"
#include "trace/trace.hpp"

namespace app {

namespace {

std::filesystem::path folder(const std::filesystem::path& path) {
    std::filesystem::create_directories(path);
    return path;
}

jobs::Complain complain_to(const std::shared_ptr<spdlog::logger>& log) {
    return [log](std::string_view who, std::string_view reason) { log->error("{}: {}", who, reason); };
}

}  // namespace

std::vector<db::Migration> migrations() {
    return db::together(
        {http::migrations(), journal::migrations(), jobs::migrations(), records::migrations(), areas::migrations(), trace::migrations()});
}

void add_routes(http::Router& router) {
    records::add_routes(router);
    trace::add_routes(router);
}

Installation::Installation(const Config& wanted)
    : config{wanted},
      log{make_log()},
      database{db::Database::open(db::Address::parse((folder(config.data), config.database_address())), {}, clock)},
      services{*database, clock} {}

int Installation::bring_up_to_date() {
    const auto applied = database->migrate(migrations());
    areas::plant_tree(*database, base::bangkok_date(clock.now()));
    return applied;
}

jobs::Handlers Installation::job_handlers() {
    return {};
}

struct Running::Parts {
    journal::Sealer sealer;
    jobs::Runner runner;
};

Running::Running(Installation& installation)
    : parts_{new Parts{journal::Sealer{*installation.database},
                       jobs::Runner{*installation.database, installation.job_handlers(), complain_to(installation.log)}}} {}

Running::~Running() = default;

}  // namespace app
