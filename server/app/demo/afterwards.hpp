#pragma once

#include <boost/json/object.hpp>
#include <string>

#include "app/demo/inside.hpp"
#include "app/demo/names.hpp"

namespace app::demo {

// What is told of a session once it was held: how far people took part, what they say of it and will use, what it passes to another circle.
void add_afterwards(Inside& inside, const Names& names, const std::string& session, const boost::json::object& told);

// What a circle asks its people to see in themselves, and what they answered on the day of loading; who asks is another afterwards.
void add_assessments(Inside& inside, const Names& names, const std::string& circle, const boost::json::object& told);

// Who leads circles for an organisation.
void add_facilitators(Inside& inside, const Names& names, const boost::json::object& organisation);

}  // namespace app::demo
