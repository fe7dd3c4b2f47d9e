#pragma once

#include <filesystem>
#include <optional>

#include "backup/backup.hpp"
#include "backup/retention.hpp"
#include "backup/run_queries.hpp"
#include "jobs/jobs.hpp"

namespace backup {

// Where and when back-ups are made by themselves. Without a folder there are none.
struct Schedule {
    std::filesystem::path folder;
    int hour = 2;
    Keep keep;
};

// What the standing job needs; it outlives the jobs.
struct Keeper {
    db::Database& database;
    Place place;
    Schedule schedule;
};

// What an archive lacks because the installation had lost it before, as a person reads it; of a check, what the journal tells.
std::optional<std::string> problem_of(const Made& made);
std::optional<std::string> problem_of(const Restored& restored);

// Makes one at this path and writes down what became of it, if the database has a place for that, also when it fails; then throws what
// went wrong.
Made make_and_note(const Keeper& keeper, const std::filesystem::path& archive, const Tell& tell);
// The same of a check.
Restored check_and_note(const Keeper& keeper, const std::filesystem::path& archive, const Tell& tell);

// Makes today's in the folder if it is due, and only after it is whole removes those that have outlived their time.
void make_if_due(const Keeper& keeper);

// "backup.make", looked at each hour. None without a folder.
void add_jobs(jobs::Handlers& handlers, const Keeper& keeper);

}  // namespace backup
