#pragma once

#include <boost/describe/class.hpp>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.hpp"
#include "base/time.hpp"
#include "db/db.hpp"

// Work to be done soon, outside the request: kept in the database, so that a restart forgets nothing.
namespace jobs {

struct JobTag;
using JobId = base::Id<JobTag>;

// Asks for a job in the transaction that needs it; when a clock that ran ahead is set back it may come before its time. `handler` is
// "<part>.<what is done>", as "files.make_sizes".
JobId add(db::Tx& tx, std::string_view handler, std::string_view payload_json, base::Instant not_before = {});

// Sees to it that a job which nobody asks for is in the queue once; a Runner does so for all handlers that have `every`.
void add_standing(db::Tx& tx, std::string_view handler);

// Does one job. May run again with the same payload after a crash: what it does must be safe to do twice.
// To fail, throw; it comes back after 10 s, 20 s, 40 s … at most an hour; after ten attempts it is laid aside as dead, unless it stands.
struct Handler {
    std::function<void(const std::string& payload_json)> work;
    std::chrono::milliseconds longest = std::chrono::minutes(2);  // after that it is taken for crashed, and another thread begins it
    std::chrono::milliseconds every{};                            // a standing job: so long after each time it is due again
};
using Handlers = std::map<std::string, Handler, std::less<>>;

// Where to tell of failures; `handler` and the reason.
using Complain = std::function<void(std::string_view handler, std::string_view reason)>;

// Does what is due now, one after the other, and returns how many it did. For tests and commands; the server has a Runner.
int run_due(db::Database& database, const Handlers& handlers, const Complain& complain);

struct Dead {
    JobId id;
    std::string handler;
    std::string payload;
    std::string problem;
    base::Instant added_at;
};
BOOST_DESCRIBE_STRUCT(Dead, (), (id, handler, payload, problem, added_at))

// Oldest first.
std::vector<Dead> list_dead(db::Session& session);
// Lets a dead job try again from the beginning. False if there is none.
bool wake(db::Tx& tx, JobId id);

struct Counts {
    std::int64_t waiting = 0;
    std::int64_t dead = 0;
};
BOOST_DESCRIBE_STRUCT(Counts, (), (waiting, dead))
Counts count(db::Session& session);

// Takes a dead job out of the queue for good, and returns what it was. None if there is none.
std::optional<Dead> drop(db::Tx& tx, JobId id);
// When what is due longest fell due.
std::optional<base::Instant> oldest_due(db::Session& session, base::Instant now);

struct Queued {
    std::string handler;
    std::int64_t waiting = 0;  // those that are due included
    std::int64_t due = 0;
    std::int64_t dead = 0;
};
BOOST_DESCRIBE_STRUCT(Queued, (), (handler, waiting, due, dead))
// By handler, of those that have anything in the queue.
std::vector<Queued> count_by_handler(db::Session& session, base::Instant now);

std::span<const db::Migration> migrations();

}  // namespace jobs
