#include "office/backups.hpp"

#include <algorithm>

#include "backup/retention.hpp"
#include "office/office.hpp"

namespace office {

namespace {

const backup::Tell nobody = [](const backup::Progress&) {};

bool waits(db::Session& db, std::string_view job) {
    return std::ranges::any_of(jobs::count_by_handler(db, {}),
                               [&](const jobs::Queued& queued) { return queued.handler == job && queued.waiting > 0; });
}

std::filesystem::path folder_of(const backup::Keeper& keeper) {
    return keeper.schedule.folder.empty() ? keeper.place.data / "backups" : keeper.schedule.folder;
}

void make(const backup::Keeper& keeper) {
    backup::make_and_note(keeper, folder_of(keeper) / backup::archive_name(keeper.database.now()), nobody);
}

void check_newest(const backup::Keeper& keeper) {
    const auto newest = backup::find_last_good(*keeper.database.read(), backup::RunKind::made);
    if (newest) backup::check_and_note(keeper, newest->archive, nobody);
}

// What failed is written down for the page; another nine attempts would only fill the disk again.
std::function<void(const std::string&)> once(void (*work)(const backup::Keeper&), const backup::Keeper& keeper) {
    return [work, &keeper](const std::string&) {
        try {
            work(keeper);
        } catch (const backup::Refused&) {  // budget: noted by make_and_note
            return;
        }
    };
}

}  // namespace

Backups show_backups(db::Session& db, const Machine& machine) {
    return {.folder = machine.keeper.schedule.folder.string(),
            .under_way = waits(db, make_backup_job) || waits(db, check_backup_job),
            .runs = backup::list_runs(db, 10)};
}

void ask_for(db::Tx& tx, std::string_view job) {
    if (!waits(tx, job)) jobs::add(tx, job, "{}");
}

void add_jobs(jobs::Handlers& handlers, const backup::Keeper& keeper) {
    constexpr std::chrono::hours longest{12};
    handlers[std::string(make_backup_job)] = {.work = once(make, keeper), .longest = longest};
    handlers[std::string(check_backup_job)] = {.work = once(check_newest, keeper), .longest = longest};
}

}  // namespace office
