#pragma once

#include <string>

namespace base {

// Who is counted as one when writes from an address are limited: of IPv6 one household or office has a /64; an IPv4 address that is
// written as IPv6 is itself. What is no address stays as it is.
std::string network_of(const std::string& address);

}  // namespace base
