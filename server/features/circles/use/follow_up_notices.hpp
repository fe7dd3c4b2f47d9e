#pragma once

#include "circles/notices/notice.hpp"

namespace circles {

// A standing job: what a method asks some days after its session, such as 30 and 90 after a peer assist, is asked of who is named as the
// host on that day, once each. Where mail reaches no host, or only a name is known, those who keep the circle are asked to ask them.
void add_follow_up_notices(jobs::Handlers& handlers, const Post& post);

}  // namespace circles
