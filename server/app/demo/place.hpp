#pragma once

#include <boost/json/object.hpp>

#include "app/demo/inside.hpp"

namespace app::demo {

// What is told of an area by the organisation that answers for it: its profile, its story, and the days that its people keep.
void tell_area(Inside& inside, const boost::json::object& told, const boost::json::value& owner);

}  // namespace app::demo
