#include "app/wiring.hpp"

#include <spdlog/spdlog.h>
#include <unistd.h>

#include <algorithm>
#include <thread>

#include "app/counted/sources.hpp"
#include "app/log.hpp"
#include "app/sign_on/role_rules.hpp"
#include "app/telemetry.hpp"
#include "areas/areas.hpp"
#include "auth/auth.hpp"
#include "auth/by_mail/digest_readers.hpp"
#include "channels/channels.hpp"
#include "circles/circles.hpp"
#include "concerns/concerns.hpp"
#include "decode/cage.hpp"
#include "discussion/discussion.hpp"
#include "document/fonts.hpp"
#include "files/files.hpp"
#include "goals/goals.hpp"
#include "http/api_page.hpp"
#include "http/idempotency.hpp"
#include "imports/imports.hpp"
#include "jobs/runner.hpp"
#include "journal/follower.hpp"
#include "journal/journal.hpp"
#include "journal/sealer.hpp"
#include "knowledge/knowledge.hpp"
#include "people/people.hpp"
#include "records/records.hpp"
#include "site/site.hpp"
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

// Auth knows no persons: how they are made and called is told here.
auth::Persons persons() {
    const auto called = [](db::Session& db, base::PersonId person) {
        const auto envelope = records::find(db, records::RecordId{person.value});
        return envelope ? auth::Called{envelope->number, envelope->title} : auth::Called{};
    };
    const auto add = [](db::Tx& tx, std::string_view name) { return people::add_person(tx, name); };
    return {called, add};
}

bool opens_files() {
    return ::access(decode::program_beside_this_one().c_str(), X_OK) == 0;
}

std::string paper_font() {
    return document::Fonts{}.found().value_or("");
}

// Files knows no records: who may see and change the record that holds a file is told here.
template <bool (*may)(const records::Guard&, const records::Ties&)>
bool record_lets(db::Session& db, const http::Viewer& viewer, std::int64_t record) {
    const auto found = records::find(db, viewer, records::RecordId{record});
    return found && may(records::guard(found->envelope), found->ties);
}
bool may_read_holder(db::Session& db, const http::Viewer& viewer, std::int64_t record) {
    return record == site::logo_holder || record_lets<records::may_read>(db, viewer, record) ||
           channels::may_judge(db, viewer, channels::GiftId{record}) || circles::may_open_files_of(db, viewer, record);
}
bool may_edit_holder(db::Session& db, const http::Viewer& viewer, std::int64_t record) {
    return record == site::logo_holder ? viewer.administrator : record_lets<records::may_edit>(db, viewer, record);
}

imports::Subjects subjects_of_imports() {
    imports::Subjects subjects;
    areas::add_subjects(subjects);
    goals::add_subjects(subjects);
    people::add_subjects(subjects);
    return subjects;
}

backup::Schedule schedule_of(const Config& config) {
    const auto count = [](unsigned number) { return static_cast<int>(number); };
    return {.folder = config.backup_folder,
            .hour = count(config.backup_hour),
            .keep = {.days = count(config.backup_days), .weeks = count(config.backup_weeks), .months = count(config.backup_months)}};
}

}  // namespace

backup::Place place_of(const Config& config) {
    return {db::Address::parse(config.database_address()), config.data, LOMWONG_VERSION, migrations(), config.file};
}

std::vector<db::Migration> migrations() {
    return db::together({http::migrations(), journal::migrations(), auth::migrations(), jobs::migrations(), mail::migrations(),
                         files::migrations(), backup::migrations(), records::migrations(), imports::migrations(), areas::migrations(),
                         people::migrations(), trace::migrations(), discussion::migrations(), concerns::migrations(), site::migrations(),
                         knowledge::migrations(), circles::migrations(), goals::migrations(), channels::migrations()});
}

void add_routes(http::Router& router) {
    http::add_api_routes(router);
    auth::add_routes(router);
    mail::add_routes(router);
    files::add_routes(router);
    records::add_routes(router);
    imports::add_routes(router);
    areas::add_routes(router);
    people::add_routes(router);
    trace::add_routes(router);
    discussion::add_routes(router);
    concerns::add_routes(router);
    site::add_routes(router);
    knowledge::add_routes(router);
    circles::add_routes(router);
    goals::add_routes(router);
    search::add_routes(router);
    channels::add_routes(router);
    office::add_routes(router);
}

Installation::Installation(const Config& wanted)
    : config{wanted},
      log{make_log()},
      database{db::Database::open(db::Address::parse((folder(config.data), config.database_address())), {}, clock)},
      auth{persons(), auth::Vault::at(config.data / "sign-in.key"), std::max(1U, std::thread::hardware_concurrency() / 2)},
      postbox{config.mail},
      sign_on{config.sign_on, {}, role_places()},
      library{*database,
              files::Store{folder(config.data / "files")},
              files::Partials{folder(config.data / "uploads")},
              decode::Cage{decode::program_beside_this_one(), folder(config.data / "scratch")},
              {may_read_holder, may_edit_holder}},
      searcher{*database, config.data / "search.db"},
      keeper{*database, place_of(config), schedule_of(config)},
      public_address{config.public_url},
      machine{config.data, LOMWONG_VERSION, config.public_url, keeper, searcher, sign_on, opens_files, paper_font},
      wording{site::read_words},
      limiter{config.limits},
      subjects{subjects_of_imports()},
      services{*database, clock},
      telemetry{telemetry_of(*this)},
      live{*database, complain_to(log)} {
    services.viewer_of = [this](http::Call& call) { return auth.viewer_of(call); };
    services.equipment.add(auth);
    services.equipment.add(postbox);
    services.equipment.add(sign_on);
    services.equipment.add(library);
    services.equipment.add(press);
    services.equipment.add(searcher);
    services.equipment.add(public_address);
    services.equipment.add(machine);
    services.equipment.add(wording);
    services.equipment.add(limiter);
    services.equipment.add(subjects);
    services.equipment.add(sources_of_counts());
    services.equipment.add(goals::use_of_areas());
    services.equipment.add(telemetry);
    services.equipment.add(live);
}

int Installation::bring_up_to_date() {
    const auto applied = database->migrate(migrations());
    database->ids().start_after(journal::last_event_id(*database->read()));
    circles::adopt_topics(*database);
    areas::plant_tree(*database, base::bangkok_date(clock.now()));
    goals::plant_sets(*database);
    wording.learn(*database->read(), clock.now());
    return applied;
}

jobs::Handlers Installation::job_handlers() {
    jobs::Handlers handlers;
    mail::add_jobs(handlers, postbox, *database);
    auth::add_jobs(handlers, auth, postbox, *database);
    mail::add_digest_job(handlers, *database, postbox,
                         {[this](db::Session& db) { return auth::list_digest_readers(db, auth); },
                          channels::digest_end,
                          {discussion::list_digest, concerns::list_digest, channels::list_digest}});
    circles::add_turn_notices(handlers, *database, postbox,
                              [this](db::Session& db, base::PersonId person) { return auth::find_reader(db, auth, person); });
    files::add_jobs(handlers, library);
    imports::add_jobs(handlers, *database, subjects);
    people::add_jobs(handlers, *database);
    backup::add_jobs(handlers, keeper);
    office::add_jobs(handlers, keeper);
    channels::add_jobs(handlers, *database, postbox);
    handlers["http.forget_old_results"] = {.work = [this](const std::string&) { database->write(http::forget_old_results); },
                                           .every = std::chrono::hours(24)};
    return handlers;
}

struct Running::Parts {
    journal::Sealer sealer;
    jobs::Runner runner;
    journal::Follower search;
    journal::Follower channels;
    journal::Follower counts;
};

Running::Running(Installation& installation)
    : parts_{new Parts{journal::Sealer{*installation.database},
                       jobs::Runner{*installation.database, installation.job_handlers(), complain_to(installation.log)},
                       journal::Follower{*installation.database,
                                         {.name = "search", .from = installation.searcher.begin()},
                                         [&](std::span<const journal::Event> events) { return installation.searcher.follow(events); },
                                         complain_to(installation.log)},
                       journal::Follower{*installation.database,
                                         {.name = "channels", .from = journal::position(*installation.database->read(), "channels")},
                                         [&](std::span<const journal::Event> events) {
                                             return channels::tell(*installation.database, installation.postbox, events);
                                         },
                                         complain_to(installation.log)},
                       journal::Follower{*installation.database,
                                         {.name = "goals", .from = journal::position(*installation.database->read(), "goals")},
                                         [&](std::span<const journal::Event> events) {
                                             return goals::follow(*installation.database, sources_of_counts(), events);
                                         },
                                         complain_to(installation.log)}}} {
    installation.database->hear_others();
}

Running::~Running() = default;

}  // namespace app
