#pragma once

#include <string>
#include <string_view>

#include "db/sql.hpp"

namespace db {

// A migration's text for one engine. Lines after "-- engine: sqlite" or "-- engine: postgres" are for that engine only, until
// "-- engine: both". For PostgreSQL INTEGER becomes BIGINT, REAL DOUBLE PRECISION, BLOB BYTEA, and TEXT is given the collation
// "C", so that both engines compare by bytes; STRICT goes away. Words in lower case, in quotes and in comments are left alone.
std::string ddl_for(Engine engine, std::string_view sql);

}  // namespace db
