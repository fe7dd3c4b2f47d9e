#pragma once

#include "circles/notices/notice.hpp"

namespace circles {

// A standing job: who is marked as having come to a session is thanked from the next morning on, once, with what came of it and where to
// say how it was. Who is marked some days later is thanked then; what was held two weeks ago is over.
void add_thanks(jobs::Handlers& handlers, const Post& post);

}  // namespace circles
