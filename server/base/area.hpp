#pragma once

#include "base/ids.hpp"

namespace base {

// An area's place in tree order: region(1) province(2) district(2) tambon(2) place(3); 0 is the whole country.
// Everything under an area is the range from its id to its last_id.
struct AreaTag {};
using AreaId = Id<AreaTag>;

}  // namespace base
