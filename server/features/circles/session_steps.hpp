#pragma once

#include "db/db.hpp"
#include "records/records.hpp"

// What happens to a session, for whatever way it is asked for.
namespace circles {

// It took place, and its event is written. Nothing where that is known already.
void hold_now(db::Tx& tx, base::PersonId actor, const records::Envelope& session);

}  // namespace circles
