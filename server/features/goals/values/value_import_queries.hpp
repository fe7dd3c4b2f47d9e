#pragma once

#include <map>
#include <optional>

#include "db/db.hpp"
#include "goals/table/value_reader.hpp"
#include "goals/values/value_step.hpp"

namespace goals {

// Of one that brought nothing.
void delete_entry(db::Tx& tx, EntryId id);
// That this person made in this transaction.
std::optional<EntryId> find_entry_of_now(db::Tx& tx, base::PersonId by);

// What stands in a series.
std::map<base::AreaId, Standing> list_standing(db::Session& db, const SeriesKey& key);
std::optional<Standing> find_standing(db::Session& db, const SeriesKey& key, base::AreaId area);

}  // namespace goals
