#pragma once

#include <string>
#include <string_view>

#include "db/sql.hpp"

namespace db {

// A migration's text for one engine. Lines after "-- engine: sqlite" or "-- engine: postgres" are for that engine only, until
// "-- engine: both". For PostgreSQL INTEGER becomes BIGINT, REAL DOUBLE PRECISION, BLOB BYTEA, and TEXT is given the collation
// "C", so that both engines compare by bytes; STRICT goes away. Words in lower case, in quotes and in comments are left alone.
std::string ddl_for(Engine engine, std::string_view sql);

// The table that keeps which migrations were applied.
inline constexpr const char* migrations_table =
    "CREATE TABLE IF NOT EXISTS db_migrations"
    " (number BIGINT PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at BIGINT NOT NULL)";

// Of a migration's text. FNV-1a: finds a changed file; it guards against accidents, not against people.
std::string checksum(std::string_view text);

}  // namespace db
