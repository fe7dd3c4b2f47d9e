#pragma once

#include "circles/notices/notice.hpp"

namespace circles {

// A standing job: whose an agreement is, is told seven days before the day that was meant, and once more three days after it if it is still
// open. Only when two weeks have passed those who keep the circle are told too; where mail reaches nobody whose it is, or a name alone is
// known, they are told in their place.
void add_agreement_notices(jobs::Handlers& handlers, const Post& post);

}  // namespace circles
