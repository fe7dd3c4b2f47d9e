#pragma once

#include <boost/json/object.hpp>

#include "app/demo/inside.hpp"
#include "app/demo/names.hpp"

namespace app::demo {

// What a locality measures: its indicators, with what they meant in other years, and the sets that it made its own.
void add_indicators(Inside& inside, const Names& names, const boost::json::object& told);

// What the halls of its villages raised their hands for: opened, counted and closed by whoever led it.
void add_counts(Inside& inside, const Names& names, const boost::json::object& told);

}  // namespace app::demo
