#pragma once

#include <boost/json/object.hpp>

#include "app/wiring.hpp"

namespace app::demo {

// The villages of a locality, and what they and others reported of its indicators.
void add_values(Installation& installation, const boost::json::object& told);

}  // namespace app::demo
