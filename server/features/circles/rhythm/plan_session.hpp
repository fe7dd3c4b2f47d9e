#pragma once

#include "circles/session/session.hpp"
#include "records/records.hpp"

namespace circles {

records::Description describe(const SessionForm& form, base::AreaId circle_area);

// A session belongs to its circle's organiser, lies in the circle, and begins with the circle's audience.
records::Envelope add_session(db::Tx& tx, base::PersonId actor, const records::Envelope& circle, const SessionForm& form);

}  // namespace circles
