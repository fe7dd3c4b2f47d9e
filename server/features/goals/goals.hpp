#pragma once

#include <span>

#include "db/migration.hpp"
#include "goals/counted/counting.hpp"
#include "goals/figures/tile.hpp"
#include "goals/indicator/indicator_queries.hpp"
#include "goals/rollup/series.hpp"
#include "goals/rollup/verify.hpp"
#include "goals/values/import.hpp"

namespace http {
class Router;
}

// The door: what communities measure, and what they find.
namespace goals {

void add_routes(http::Router& router);
std::span<const db::Migration> migrations();
// "values": tables of values of indicators.
void add_subjects(imports::Subjects& subjects);

// Writes the sets that are shipped, with their indicators, where they are not here yet. Returns how many sets came.
int plant_sets(db::Database& database);

// What areas ask before a change of theirs is undone.
areas::AreaUse& use_of_areas();

}  // namespace goals
