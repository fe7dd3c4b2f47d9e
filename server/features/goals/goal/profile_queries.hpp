#pragma once

#include "base/area.hpp"
#include "base/person.hpp"
#include "db/db.hpp"

namespace goals {

// Somebody has written down what is known of exactly this area, and the viewer may read it.
bool has_profile(db::Session& db, base::PersonId viewer, base::AreaId area);

}  // namespace goals
