#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/ids.hpp"
#include "base/time.hpp"
#include "db/db.hpp"

// What became of each back-up and each check of one, newest first, for whoever looks after the installation.
namespace backup {

struct RunTag {};
using RunId = base::Id<RunTag>;

enum class RunKind : std::uint8_t { made, checked };
BOOST_DESCRIBE_ENUM(RunKind, made, checked)

struct Run {
    RunKind kind{};
    base::Instant began_at;
    base::Instant ended_at;
    std::string archive;  // its path on the machine that made it
    std::int64_t bytes = 0;
    std::optional<std::string> problem;
};
BOOST_DESCRIBE_STRUCT(Run, (), (kind, began_at, ended_at, archive, bytes, problem))

// A database that an older program made has no place for them yet.
bool keeps_runs(db::Session& db);
// The last 1,000 are kept.
void insert_run(db::Tx& tx, const Run& run);
std::vector<Run> list_runs(db::Session& db, std::int64_t limit);
// The last that went well: its age is what tells whether an office is safe.
std::optional<Run> find_last_good(db::Session& db, RunKind kind);

}  // namespace backup
