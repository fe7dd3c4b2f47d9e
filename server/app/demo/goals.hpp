#pragma once

#include <boost/json/object.hpp>

#include "app/demo/inside.hpp"
#include "app/demo/names.hpp"

namespace app::demo {

// What a locality wants to come to: its goals, who supports them, how villages voted and what was decided, and what stands on their boards.
void add_goals(Inside& inside, Names& names, const boost::json::object& told);

// Pages of numbers that somebody there put together.
void add_dashboards(Inside& inside, const Names& names, const boost::json::object& told);

}  // namespace app::demo
