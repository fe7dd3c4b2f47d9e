#pragma once

#include "circles/notices/notice.hpp"

namespace circles {

// A standing job: who said what they will use of a session is asked by mail after 30 and after 90 days whether they did, once each. Who
// has answered, or can be asked for the later time already, is not asked for the earlier one.
void add_pledge_notices(jobs::Handlers& handlers, const Post& post);

}  // namespace circles
