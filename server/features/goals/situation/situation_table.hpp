#pragma once

#include "goals/situation/inside.hpp"
#include "goals/view/table.hpp"

namespace goals {

// A row for each indicator of the area, and for each of the areas inside it; its first columns are those that values come in by.
std::vector<Row> situation_table(const Situation& situation, const Inside& inside);

}  // namespace goals
