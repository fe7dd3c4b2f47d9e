#include "http/router.hpp"
#include "journal/journal.hpp"
#include "office/backups.hpp"
#include "office/event_lines.hpp"
#include "office/office.hpp"
#include "office/people/account_lines.hpp"
#include "office/routes.hpp"
#include "office/storage.hpp"
#include "office/words.hpp"

namespace office {

struct Overview {
    std::vector<Finding> findings;
    Storage storage;
    std::vector<Version> versions;
    Backups backups;
};
BOOST_DESCRIBE_STRUCT(Overview, (), (findings, storage, versions, backups))

struct QueueLine : jobs::Queued {
    std::string words;  // what the handler does
};
BOOST_DESCRIBE_STRUCT(QueueLine, (jobs::Queued), (words))

struct DeadLine : jobs::Dead {
    std::string words;
};
BOOST_DESCRIBE_STRUCT(DeadLine, (jobs::Dead), (words))

struct JobList {
    std::vector<QueueLine> queue;
    std::vector<DeadLine> dead;  // oldest first
};
BOOST_DESCRIBE_STRUCT(JobList, (), (queue, dead))

static const Machine& machine_of(http::Call& call) {
    return call.services().equipment.get<Machine>();
}

static Overview get_overview(http::Call& call) {
    const auto& machine = machine_of(call);
    return {.findings = check_up({call.read(), machine, call.now(), call.language()}),
            .storage = measure(call.read(), machine),
            .versions = list_versions(call.read(), machine),
            .backups = show_backups(call.read(), machine)};
}

static JobList get_jobs(http::Call& call) {
    JobList list;
    for (auto& queued : jobs::count_by_handler(call.read(), call.now()))
        list.queue.push_back({queued, words_of("job_", queued.handler, call.language())});
    for (auto& dead : jobs::list_dead(call.read())) list.dead.push_back({dead, words_of("job_", dead.handler, call.language())});
    return list;
}

static JobList retry_job(http::Call& call, jobs::JobId job) {
    if (!call.write([&](db::Tx& tx) { return jobs::wake(tx, job); })) throw http::not_found();
    return get_jobs(call);
}

// What is dropped is written down: somebody may ask later why it was never done.
static JobList drop_job(http::Call& call, jobs::JobId job) {
    const bool was_there = call.write([&](db::Tx& tx) {
        const auto dropped = jobs::drop(tx, job);
        if (dropped) journal::record(tx, call.person(), "office.job_dropped", {records::RecordId{}, 0, json::write(*dropped)});
        return dropped.has_value();
    });
    if (!was_there) throw http::not_found();
    return get_jobs(call);
}

static http::List<EventLine> get_events(http::Call& call, const http::Query<WantedEvents>& wanted) {
    return list_event_lines(call, *wanted);
}

static http::List<AccountLine> get_accounts(http::Call& call, const http::Query<WantedAccounts>& wanted) {
    return list_account_lines(call, *wanted);
}

static Backups make_backup(http::Call& call) {
    call.write([](db::Tx& tx) { ask_for(tx, make_backup_job); });
    return show_backups(call.read(), machine_of(call));
}

static Backups check_backup(http::Call& call) {
    if (!backup::find_last_good(call.read(), backup::RunKind::made)) throw http::Problem(409, "no_backup_yet");
    call.write([](db::Tx& tx) { ask_for(tx, check_backup_job); });
    return show_backups(call.read(), machine_of(call));
}

static Backups get_backups(http::Call& call) {
    return show_backups(call.read(), machine_of(call));
}

void add_routes(http::Router& router) {
    router.get("/api/office", get_overview, access::administrator);
    router.get("/api/office/jobs", get_jobs, access::administrator);
    router.post("/api/office/jobs/{job}/retry", retry_job, access::administrator, http::WriteKind::office);
    router.del("/api/office/jobs/{job}", drop_job, access::administrator, http::WriteKind::office);
    add_mail_routes(router);
    router.get("/api/office/events", get_events, access::administrator);
    router.get("/api/office/accounts", get_accounts, access::administrator);
    router.get("/api/office/backups", get_backups, access::administrator);
    router.post("/api/office/backups", make_backup, access::administrator, http::WriteKind::office);
    router.post("/api/office/backups/check", check_backup, access::administrator, http::WriteKind::office);
}

}  // namespace office
