#pragma once

#include <boost/json/object.hpp>
#include <string>

#include "app/demo/inside.hpp"

namespace app::demo {

// How a session was held: the methods that it used, with what was written into them, and its small groups with their notes.
void add_methods(Inside& inside, const std::string& session, const boost::json::object& told);
void add_groups(Inside& inside, const std::string& session, const boost::json::object& told);

}  // namespace app::demo
