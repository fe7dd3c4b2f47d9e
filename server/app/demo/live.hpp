#pragma once

#include <boost/json/object.hpp>
#include <string>

#include "app/demo/inside.hpp"

namespace app::demo {

// What a room came to, as a facilitator enters it for people without phones; afterwards the room is closed.
void add_room(Inside& inside, const boost::json::object& told, const std::string& room);
// What a chat group sent by its link and the circle's keepers find waiting.
void add_gifts(Inside& inside, const boost::json::object& told, const std::string& session);

}  // namespace app::demo
