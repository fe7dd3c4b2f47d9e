#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "base/ids.hpp"
#include "base/time.hpp"
#include "db/db.hpp"

// Work to be done soon, outside the request: kept in the database, so that a restart forgets nothing.
namespace jobs {

struct JobTag;
using JobId = base::Id<JobTag>;

// Asks for a job in the transaction that needs it. `handler` is "<part>.<what is done>", as "files.make_sizes".
JobId add(db::Tx& tx, std::string_view handler, std::string_view payload_json, base::Instant not_before = {});

// Does one job. May run again with the same payload after a crash: what it does must be safe to do twice.
// To fail, throw; it comes back after 10 s, 20 s, 40 s … at most an hour, and after ten attempts it is laid aside as dead.
using Handler = std::function<void(const std::string& payload_json)>;

std::span<const db::Migration> migrations();

}  // namespace jobs
