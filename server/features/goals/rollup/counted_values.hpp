#pragma once

#include "goals/rollup/value_queries.hpp"

// Values that Lomwong counted itself; they stand among the others.
namespace goals {

// part: what stands at the area itself, which adds to what lies in it. whole: all of it, which adds to nothing.
constexpr auto counted_part = static_cast<Origin>(2);
constexpr auto counted_whole = static_cast<Origin>(3);

inline bool is_counted(const ValueRow& row) {
    return row.made >= static_cast<std::int64_t>(counted_part);
}

// As approved.
Stored store_counted(db::Tx& tx, EntryId entry, Origin origin, std::span<const NewValue> values);

}  // namespace goals
