#pragma once

#include <boost/describe/enum.hpp>

#include "db/db.hpp"
#include "knowledge/item/item.hpp"

namespace knowledge {

// What a reader does with an item that is counted: stays with it, passes it on.
enum class Act : std::uint8_t { read, shared };
BOOST_DESCRIBE_ENUM(Act, read, shared)

// Counts it once a reader, item and day; `fresh_salt` is used if this is the day's first. Days gone by are forgotten.
// Returns whether it was counted.
bool count(db::Tx& tx, ItemId item, Act act, std::string_view who, const std::string& fresh_salt);

}  // namespace knowledge
