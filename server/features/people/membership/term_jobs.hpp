#pragma once

#include "people/membership/membership.hpp"

namespace people {

// Asks for a look at the access of this person on the days to come when it changes by itself.
void plan_term_jobs(db::Tx& tx, const Membership& membership);

}  // namespace people
