#pragma once

#include <spdlog/fwd.h>

#include <memory>
#include <vector>

#include "app/config.hpp"
#include "auth/auth.hpp"
#include "auth/sign_on/sign_on.hpp"
#include "backup/schedule.hpp"
#include "base/time.hpp"
#include "circles/circles.hpp"
#include "db/db.hpp"
#include "document/press.hpp"
#include "files/files.hpp"
#include "http/call.hpp"
#include "http/limits.hpp"
#include "http/live.hpp"
#include "http/page.hpp"
#include "http/router.hpp"
#include "http/telemetry.hpp"
#include "http/wording.hpp"
#include "imports/imports.hpp"
#include "jobs/jobs.hpp"
#include "mail/mail.hpp"
#include "office/office.hpp"
#include "search/search.hpp"

// The one place that knows all parts.
namespace app {

std::vector<db::Migration> migrations();
backup::Place place_of(const Config& config);
void add_routes(http::Router& router);

// One installation: its database and folders, and what every part needs of the others. Whatever follows the journal or does jobs
// begins with Running.
class Installation {
  public:
    explicit Installation(const Config& config);

    // Tables, the tree of areas, leftovers of a crash. Returns how many migrations were new.
    int bring_up_to_date();
    jobs::Handlers job_handlers();

    const Config config;
    const base::SystemClock clock;
    const std::shared_ptr<spdlog::logger> log;
    const std::unique_ptr<db::Database> database;
    auth::Auth auth;
    mail::Postbox postbox;
    auth::SignOn sign_on;
    files::Library library;
    document::Press press;
    search::Searcher searcher;
    backup::Keeper keeper;
    http::PublicAddress public_address;
    office::Machine machine;
    http::Wording wording;
    http::Limiter limiter;
    imports::Subjects subjects;
    http::Services services;
    http::Telemetry telemetry;
    http::Live live;
};

// What works in the background while the server serves: seals the journal, follows it, does jobs.
class Running {
  public:
    explicit Running(Installation& installation);
    ~Running();

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace app
