#pragma once

#include "goals/goals.hpp"

namespace app {

// Goals knows no circles and no knowledge: how these are counted is told here, once for the whole program.
goals::Sources& sources_of_counts();

}  // namespace app
