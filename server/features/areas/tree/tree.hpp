#pragma once

#include <string_view>
#include <vector>

#include "areas/areas.hpp"

// The tree that the program was built with: tree/build_tree.py writes these two as a source file.
namespace areas {

std::string_view tree_text();
std::string_view tree_edition();  // changes when any line of the text does

// The tree's areas in tree order, from `since` on.
std::vector<Area> read_tree(std::string_view text, base::Date since);

}  // namespace areas
