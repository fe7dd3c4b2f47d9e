#pragma once

#include "http/telemetry.hpp"

namespace app {

class Installation;

// What all parts of an installation tell of themselves.
http::Telemetry telemetry_of(Installation& installation);

}  // namespace app
