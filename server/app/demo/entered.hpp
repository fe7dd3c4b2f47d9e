#pragma once

#include <boost/json/object.hpp>

#include "app/wiring.hpp"

namespace app::demo {

// Who looks after a locality's figures, and what they entered this year that waits to be looked through.
void add_entered(Installation& installation, base::PersonId administrator, const boost::json::object& told);

}  // namespace app::demo
