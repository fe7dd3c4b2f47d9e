#include <algorithm>
#include <utility>

#include "db/db.hpp"
#include "db/pool.hpp"
#include "db/postgres/database.hpp"
#include "db/sqlite/database.hpp"

namespace db {

Address Address::parse(std::string text) {
    const bool postgres = text.starts_with("postgresql://") || text.starts_with("postgres://");
    return {postgres ? Engine::postgres : Engine::sqlite, std::move(text)};
}

Lease::Lease(Pool& pool) : pool_(&pool), connection_(pool.take()), session_(*connection_) {}

Lease::~Lease() {
    if (!connection_) return;
    if (holds_moment_) connection_->end_moment();
    pool_->give_back(std::move(connection_));
}

void Lease::hold_moment() {
    connection_->begin_moment();
    holds_moment_ = true;
}

std::unique_ptr<Database> Database::open(const Address& address, const Options& options, const base::Clock& clock) {
    if (address.engine == Engine::postgres) return std::make_unique<postgres::Database>(address.where, options, clock);
    return std::make_unique<sqlite::Database>(address.where, options, clock);
}

void Database::announce() {
    news_.beat();
    tell_others();
}

void Database::perform(const Work& work) {
    if (InsideWrite::here()) throw Broken("a write inside a write");
    run(work);
}

std::int64_t size_bytes(Session& session) {
    return session.one<std::int64_t>({"/* sqlite */ SELECT page_count * page_size AS bytes FROM pragma_page_count(), pragma_page_size()",
                                      "/* postgres */ SELECT pg_database_size(current_database()) AS bytes"});
}

}  // namespace db
