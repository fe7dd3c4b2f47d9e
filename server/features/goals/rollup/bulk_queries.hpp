#pragma once

#include "goals/rollup/value_queries.hpp"

// The SQL by which a chunk of values goes up, for rollup/ alone; in value_queries.cpp.
namespace goals {

// Values that stand nowhere yet; whoever writes them has taken the turn and has looked.
void insert_values(db::Tx& tx, std::span<const ValueRow> values);

// What the figures of this depth in each of the ranges come to. Throws http::Problem 422 `sum_too_large`.
std::vector<Summary> combine_figures(db::Session& db, int depth, std::span<const Range> ranges);

}  // namespace goals
