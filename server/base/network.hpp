#pragma once

#include <string_view>

namespace base {

// Who is counted as one when writes from an address are limited: of IPv6 one household or office has a /64, the first four groups.
std::string_view network_of(std::string_view address);

}  // namespace base
