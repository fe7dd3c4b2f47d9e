#pragma once

#include <set>

#include "db/db.hpp"
#include "goals/indicator/indicator.hpp"

namespace goals {

// Areas in and under this one that adopted a goal for the indicator which anybody may read.
std::set<base::AreaId> list_aiming(db::Session& db, IndicatorId indicator, base::AreaId area);

}  // namespace goals
