#include "jobs/queue.hpp"

#include <algorithm>
#include <exception>

#include "base/at_work.hpp"

namespace jobs {

using namespace std::chrono_literals;

namespace {

constexpr int most_attempts = 10;

base::Instant later(base::Instant now, std::chrono::milliseconds by) {
    return {now.ms + by.count()};
}

// After the first failure 10 s, then twice as long each time.
std::chrono::milliseconds pause_after(std::int64_t attempts) {
    return std::min<std::chrono::milliseconds>(5s * (1 << std::min<std::int64_t>(attempts, most_attempts)), 1h);
}

std::chrono::milliseconds longest(const Handlers& handlers, const std::string& name) {
    const auto handler = handlers.find(name);
    return handler == handlers.end() ? 1min : handler->second.longest;
}

// No wait is longer because the clock was set back meanwhile. What was put off at a time that is yet to come is due now, and what is at
// work may then be begun once more, as after a crash; an hour or some, as time zones are confused, is waited for.
constexpr auto waited_for = 2h;

void wake_those_of_a_time_to_come(db::Database& database) {
    const auto limit = later(database.now(), waited_for);
    if (!database.read()->find<std::int64_t>("SELECT id FROM jobs_queue WHERE state = 'waiting' AND put_off_at > $1 LIMIT 1", limit))
        return;
    database.write([&](db::Tx& tx) {
        tx.run("UPDATE jobs_queue SET due_at = $1, put_off_at = $1 WHERE state = 'waiting' AND put_off_at > $2", tx.now(), limit);
    });
}

bool any_due(db::Database& database) {
    return database.read()
        ->find<std::int64_t>("SELECT id FROM jobs_queue WHERE state = 'waiting' AND due_at <= $1 ORDER BY due_at, id LIMIT 1",
                             database.now())
        .has_value();
}

// Taken by putting its due time off: if this process dies, the job falls due again by itself.
std::optional<Job> take(db::Tx& tx, const Handlers& handlers) {
    auto job = tx.find<Job>(
        "SELECT id, handler, payload, attempts FROM jobs_queue WHERE state = 'waiting' AND due_at <= $1 ORDER BY due_at, id LIMIT 1",
        tx.now());
    if (!job) return job;
    ++job->attempts;
    tx.run("UPDATE jobs_queue SET attempts = $2, due_at = $3, put_off_at = $4 WHERE id = $1", job->id, job->attempts,
           later(tx.now(), longest(handlers, job->handler)), tx.now());
    return job;
}

bool is_standing(const Job& job, const Handlers& handlers) {
    const auto handler = handlers.find(job.handler);
    return handler != handlers.end() && handler->second.every > 0ms;
}

// A standing job is never laid aside: what hinders it today, a full disk, is gone tomorrow, and nobody would ask for it again.
void put_back(db::Tx& tx, const Job& job, bool standing, std::string_view problem) {
    const bool dead = !standing && job.attempts >= most_attempts;
    tx.run("UPDATE jobs_queue SET state = $2, due_at = $3, problem = $4, put_off_at = $5 WHERE id = $1", job.id, dead ? "dead" : "waiting",
           later(tx.now(), pause_after(job.attempts)), problem, tx.now());
}

const Handler& handler_of(const Job& job, const Handlers& handlers) {
    const auto handler = handlers.find(job.handler);
    if (handler == handlers.end()) throw db::Broken("there is no handler of this name");
    return handler->second;
}

void put_away(db::Tx& tx, const Job& job, std::chrono::milliseconds every) {
    if (every == 0ms)
        tx.run("DELETE FROM jobs_queue WHERE id = $1", job.id);
    else
        tx.run("UPDATE jobs_queue SET attempts = 0, due_at = $2, put_off_at = $3 WHERE id = $1", job.id, later(tx.now(), every), tx.now());
}

}  // namespace

bool do_next(db::Database& database, const Handlers& handlers, const Complain& complain) {
    wake_those_of_a_time_to_come(database);
    if (!any_due(database)) return false;
    const auto job = database.write([&](db::Tx& tx) { return take(tx, handlers); });
    if (!job) return false;
    const auto id = std::to_string(job->id.value);
    const base::AtWork at_work{"job", id};
    try {
        const auto& handler = handler_of(*job, handlers);
        handler.work(job->payload);
        database.write([&](db::Tx& tx) { put_away(tx, *job, handler.every); });
    } catch (const std::exception& failure) {
        complain(job->handler, failure.what());
        database.write([&](db::Tx& tx) { put_back(tx, *job, is_standing(*job, handlers), failure.what()); });
    }
    return true;
}

}  // namespace jobs
