#pragma once

#include <cstdint>

#include "base/time.hpp"

namespace db {

// When an id was made; ids never go back, so that this may lie ahead of a clock that did.
base::Instant moment_of(std::int64_t id);

}  // namespace db
