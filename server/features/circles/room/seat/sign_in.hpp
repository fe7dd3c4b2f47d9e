#pragma once

#include "circles/session/session.hpp"
#include "db/db.hpp"

namespace circles {

// Somebody who came, by their own hand. Known already, by an answer or from another list, they came; what is known of them stays.
struct SignedIn {
    std::string name;
    std::string organisation;
    std::optional<AgeBand> age_band;
};
void sign_in_attendee(db::Tx& tx, SessionId session, const SignedIn& who);

}  // namespace circles
