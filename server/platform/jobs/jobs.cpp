#include "jobs/jobs.hpp"

#include "jobs/queue.hpp"

namespace jobs {

JobId add(db::Tx& tx, std::string_view handler, std::string_view payload_json, base::Instant not_before) {
    const auto id = tx.new_id<JobId>();
    tx.run(
        "INSERT INTO jobs_queue (id, handler, payload, state, attempts, due_at, added_at, put_off_at)"
        " VALUES ($1, $2, $3, 'waiting', 0, $4, $5, $5)",
        id, handler, payload_json, std::max(not_before, tx.now()), tx.now());
    return id;
}

void add_standing(db::Tx& tx, std::string_view handler) {
    const auto waits = tx.find<JobId>("SELECT id FROM jobs_queue WHERE handler = $1 AND state = 'waiting' ORDER BY id LIMIT 1", handler);
    if (!waits) {
        add(tx, handler, "{}");
        return;
    }
    // Asked for one by one before the job came to stand: each would stand beside it.
    tx.run("DELETE FROM jobs_queue WHERE handler = $1 AND state = 'waiting' AND id <> $2", handler, *waits);
}

int run_due(db::Database& database, const Handlers& handlers, const Complain& complain) {
    int done = 0;
    while (do_next(database, handlers, complain)) ++done;
    return done;
}

std::vector<Dead> list_dead(db::Session& session) {
    return session.all<Dead>("SELECT id, handler, payload, problem, added_at FROM jobs_queue WHERE state = 'dead' ORDER BY id");
}

bool wake(db::Tx& tx, JobId id) {
    return tx.run("UPDATE jobs_queue SET state = 'waiting', attempts = 0, due_at = $2, put_off_at = $2 WHERE id = $1 AND state = 'dead'",
                  id, tx.now()) == 1;
}

std::optional<Dead> drop(db::Tx& tx, JobId id) {
    auto dead = tx.find<Dead>("SELECT id, handler, payload, problem, added_at FROM jobs_queue WHERE id = $1 AND state = 'dead'", id);
    if (dead) tx.run("DELETE FROM jobs_queue WHERE id = $1", id);
    return dead;
}

std::optional<base::Instant> oldest_due(db::Session& session, base::Instant now) {
    return session.find<base::Instant>("SELECT due_at FROM jobs_queue WHERE state = 'waiting' AND due_at <= $1 ORDER BY due_at, id LIMIT 1",
                                       now);
}

Counts count(db::Session& session) {
    return session.one<Counts>(
        "SELECT count(*) FILTER (WHERE state = 'waiting') AS waiting, count(*) FILTER (WHERE state = 'dead') AS dead FROM jobs_queue");
}

std::vector<Queued> count_by_handler(db::Session& session, base::Instant now) {
    return session.all<Queued>(
        "SELECT handler, count(*) FILTER (WHERE state = 'waiting') AS waiting,"
        " count(*) FILTER (WHERE state = 'waiting' AND due_at <= $1) AS due, count(*) FILTER (WHERE state = 'dead') AS dead"
        " FROM jobs_queue GROUP BY handler ORDER BY handler",
        now);
}

}  // namespace jobs
