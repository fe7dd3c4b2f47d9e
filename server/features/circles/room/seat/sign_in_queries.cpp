#include "base/thai_text.hpp"
#include "circles/circles.hpp"
#include "circles/room/seat/sign_in.hpp"

namespace circles {

void sign_in_attendee(db::Tx& tx, SessionId session, const SignedIn& who) {
    tx.run(
        "INSERT INTO circles_people (id, session_id, person_id, name, name_key, organisation, role, age_band, came, added_by)"
        " VALUES ($1, $2, 0, $3, $4, $5, 'participant', $6, 1, 0) ON CONFLICT (session_id, person_id, name_key) DO UPDATE SET came = 1,"
        " organisation = CASE WHEN circles_people.organisation = '' THEN excluded.organisation ELSE circles_people.organisation END,"
        " age_band = coalesce(circles_people.age_band, excluded.age_band)",
        tx.new_id<AttendeeId>(), session, who.name, base::utf8(base::normalise(who.name).text), who.organisation, who.age_band);
}

}  // namespace circles
