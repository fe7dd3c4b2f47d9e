#pragma once

#include <set>

#include "db/db.hpp"
#include "goals/indicator/indicator.hpp"

namespace goals {

// Areas in and under this one that adopted a goal for the indicator, with targets, which anybody may read: those of which target_of() knows
// one.
std::set<base::AreaId> list_aiming(db::Session& db, IndicatorId indicator, base::AreaId area);

}  // namespace goals
