#include <chrono>

#include "base/json/json.hpp"
#include "imports/import_queries.hpp"
#include "imports/work.hpp"

namespace imports {

using namespace std::chrono_literals;

namespace {

// Then other jobs have their turn.
constexpr auto slice = 2s;

void work_a_slice(db::Database& database, const Subjects& subjects, const std::string& payload) {
    const auto ticket = json::read_own<Ticket>(payload);
    const auto until = std::chrono::steady_clock::now() + slice;
    auto next = Next::more;
    while (next == Next::more && std::chrono::steady_clock::now() < until) next = work(database, subjects, ticket);
    if (next == Next::nothing) return;
    database.write([&](db::Tx& tx) {
        const auto import = find_import(tx, ticket.import);
        const auto soon = next == Next::later ? base::Instant{tx.now().ms + 500} : base::Instant{};
        if (import) ask_for_work(tx, ticket, import->state, soon);
    });
}

void forget_old(db::Tx& tx) {
    const auto ago = [&](std::chrono::milliseconds time) { return base::Instant{tx.now().ms - time.count()}; };
    delete_old(tx, ago(30 * 24h), ago(24h));
}

}  // namespace

void add_jobs(jobs::Handlers& handlers, db::Database& database, const Subjects& subjects) {
    const auto work = [&](const std::string& payload) { work_a_slice(database, subjects, payload); };
    handlers["imports.read"] = {.work = work};  // a table of 50,000 rows is read in one go
    // Killed in the middle, it goes on a quarter of a minute later.
    handlers["imports.write"] = {.work = work, .longest = 15s};
    handlers["imports.undo"] = {.work = work, .longest = 15s};
    handlers["imports.forget_old"] = {.work = [&](const std::string&) { database.write(forget_old); }, .every = 24h};
}

ImportReply bring_in(db::Database& database, const Subjects& subjects, const Order& order, const NewImport& table) {
    const auto file_hash = hash_of(table.content);
    const auto id = database.write([&](db::Tx& tx) {
        const auto kept = keep_table(tx, order, table, file_hash);
        set_state(tx, kept, State::reading);
        return kept;
    });
    while (work(database, subjects, {id, order.viewer.person, order.viewer.administrator}) == Next::more) {
    }
    auto lease = database.read();
    return reply_of(*lease, *find_import(*lease, id));
}

}  // namespace imports
