#pragma once

#include <map>
#include <string>

#include "goals/table/value_reader.hpp"

namespace goals {

// Indicators that a table names and nobody knows, with the level of the smallest areas that it has of each. What is only digits is
// no code that anybody would give: most likely the columns are shifted.
std::map<std::string, areas::Level> find_unknown_indicators(LineReader lines, const Ground& ground);

}  // namespace goals
