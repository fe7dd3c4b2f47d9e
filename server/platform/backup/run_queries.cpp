#include "backup/run_queries.hpp"

#include <algorithm>

#include "backup/backup.hpp"
#include "db/whole.hpp"

namespace backup {

bool keeps_runs(db::Session& db) {
    const auto applied = db::list_applied(db);
    return std::ranges::find(applied, migrations().front().number, &db::AppliedMigration::number) != applied.end();
}

void insert_run(db::Tx& tx, const Run& run) {
    tx.run("INSERT INTO backup_runs (id, kind, began_at, ended_at, archive, bytes, problem) VALUES ($1, $2, $3, $4, $5, $6, $7)",
           tx.new_id<RunId>(), run.kind, run.began_at, run.ended_at, run.archive, run.bytes, run.problem);
    tx.run("DELETE FROM backup_runs WHERE id NOT IN (SELECT id FROM backup_runs ORDER BY id DESC LIMIT 1000)");
}

std::vector<Run> list_runs(db::Session& db, std::int64_t limit) {
    return db.all<Run>("SELECT kind, began_at, ended_at, archive, bytes, problem FROM backup_runs ORDER BY ended_at DESC, id DESC LIMIT $1",
                       limit);
}

std::optional<Run> find_last_good(db::Session& db, RunKind kind) {
    return db.find<Run>(
        "SELECT kind, began_at, ended_at, archive, bytes, problem FROM backup_runs"
        " WHERE kind = $1 AND problem IS NULL ORDER BY ended_at DESC, id DESC LIMIT 1",
        kind);
}

}  // namespace backup
