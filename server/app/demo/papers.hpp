#pragma once

#include <boost/json/object.hpp>
#include <string>

#include "app/demo/inside.hpp"

namespace app::demo {

// Who agreed that words or photos of theirs leave the circle, and the minutes: draft, amendments, approval.
void add_consents(Inside& inside, const std::string& session, const boost::json::object& told);
void add_minutes(Inside& inside, const std::string& session, const boost::json::object& told);

}  // namespace app::demo
