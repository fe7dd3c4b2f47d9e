#pragma once

#include "circles/session/session.hpp"
#include "db/db.hpp"
#include "records/records.hpp"

// What happens to a session, for whatever way it is asked for; each step writes its event.
namespace circles {

// Planned: it belongs to its circle's organiser, lies in the circle, and begins with the circle's audience.
records::Envelope add_session(db::Tx& tx, base::PersonId actor, const records::Envelope& circle, const SessionForm& form);
// It took place. Nothing where that is known already.
void hold_now(db::Tx& tx, base::PersonId actor, const records::Envelope& session);

}  // namespace circles
