#pragma once

#include "db/db.hpp"
#include "knowledge/item/item.hpp"

namespace knowledge {

// Counts one reader of an item today, once; `fresh_salt` is used if this is the day's first. Days gone by are forgotten.
// Returns whether it was counted.
bool count_read(db::Tx& tx, ItemId item, std::string_view who, const std::string& fresh_salt);

}  // namespace knowledge
