#pragma once

#include <optional>

#include "http/viewer.hpp"

namespace http {
class Call;
}

namespace auth {

// Who asks by a key in `Authorization`; nothing where that says nothing of who asks, and the cookie does.
//  - A route that takes keys: the header alone decides, and no cookie beside it is looked at. What is no good key is refused:
//    Problem 401 `program_key_wrong` or `program_key_over`, and 429 when there were many.
//  - Any other route: a key is refused, Problem 401 `program_key_not_here`. Whatever else stands there is somebody else's, such as a
//    proxy's in front of us.
std::optional<http::Viewer> program_of(http::Call& call);

}  // namespace auth
