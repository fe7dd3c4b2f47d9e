#include "backup/schedule.hpp"

#include <functional>
#include <vector>

namespace backup {

namespace {

namespace fs = std::filesystem;

const Tell nobody = [](const Progress&) {};

std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> names;
    if (!fs::is_directory(folder)) return names;
    for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename().string());
    return names;
}

// Does it, and notes what became of it. The three places that catch tell a person; this one passes on what it has written down.
template <class Result>
Result noted(const Keeper& keeper, Run run, const std::function<Result()>& work) {
    run.began_at = keeper.database.now();
    const auto note = [&](std::optional<std::string> problem) {
        run.ended_at = keeper.database.now();
        run.problem = std::move(problem);
        if (!keeps_runs(*keeper.database.read())) return;
        keeper.database.write([&](db::Tx& tx) { insert_run(tx, run); });
    };
    try {
        auto result = work();
        std::error_code absent;
        run.bytes = static_cast<std::int64_t>(fs::file_size(run.archive, absent));
        note(backup::problem_of(result));
        return result;
    } catch (const std::exception& failure) {
        note(failure.what());
        throw;
    }
}

}  // namespace

std::optional<std::string> problem_of(const Made& made) {
    if (made.complete()) return std::nullopt;
    const auto count = static_cast<std::int64_t>(made.manifest.missing.size() + made.manifest.damaged.size());
    return Refused("backup_files_lost", {{"count", count}}).what();
}

std::optional<std::string> problem_of(const Restored& restored) {
    if (restored.verdict.whole()) return std::nullopt;
    return restored.verdict.faults.front().message;
}

Made make_and_note(const Keeper& keeper, const fs::path& archive, const Tell& tell) {
    return noted<Made>(keeper,
                       {.kind = RunKind::made, .began_at = {}, .ended_at = {}, .archive = archive.string(), .bytes = 0, .problem = {}},
                       [&] { return make(keeper.place, archive, keeper.database.now(), tell); });
}

Restored check_and_note(const Keeper& keeper, const fs::path& archive, const Tell& tell) {
    return noted<Restored>(
        keeper, {.kind = RunKind::checked, .began_at = {}, .ended_at = {}, .archive = archive.string(), .bytes = 0, .problem = {}},
        [&] { return check(keeper.place, archive, keeper.place.data, tell); });
}

void make_if_due(const Keeper& keeper) {
    const auto& [folder, hour, keep] = keeper.schedule;
    const auto now = keeper.database.now();
    if (!is_due(now, newest_made(names_in(folder), now), hour)) return;
    make_and_note(keeper, folder / archive_name(now), nobody);
    for (const auto& name : list_outlived(names_in(folder), keep)) fs::remove(folder / name);
}

void add_jobs(jobs::Handlers& handlers, const Keeper& keeper) {
    if (keeper.schedule.folder.empty()) return;
    handlers["backup.make"] = {
        .work = [&keeper](const std::string&) { make_if_due(keeper); }, .longest = std::chrono::hours(12), .every = std::chrono::hours(1)};
}

}  // namespace backup
