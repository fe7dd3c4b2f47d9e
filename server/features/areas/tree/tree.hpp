#pragma once

#include <string_view>
#include <vector>

#include "areas/areas.hpp"

// The tree that the program was built with: tree/build_tree.py writes these three as a source file.
namespace areas {

std::string_view tree_text();
std::string_view successions_text();
std::string_view tree_edition();  // changes when any line of the texts does

// The tree's areas in tree order, from `since` on; also those that are no more.
std::vector<Area> read_tree(std::string_view text, base::Date since);

struct Succession {
    AreaId area;  // that is no more
    AreaId successor;
};
BOOST_DESCRIBE_STRUCT(Succession, (), (area, successor))

std::vector<Succession> read_successions(std::string_view text);

}  // namespace areas
