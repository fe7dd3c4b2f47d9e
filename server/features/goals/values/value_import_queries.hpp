#pragma once

#include "db/db.hpp"
#include "goals/rollup/series.hpp"

namespace goals {

// Of one that brought nothing.
void delete_entry(db::Tx& tx, EntryId id);

}  // namespace goals
