#pragma once

#include "circles/session/said.hpp"
#include "db/db.hpp"

namespace circles {

PointId insert_point(db::Tx& tx, base::PersonId writer, SessionId session, const PointForm& form, Consent consent);
// Throws Problem 412 `edited_elsewhere` unless `form.version` is the newest; leaves who said it alone where the form does not say.
void update_point(db::Tx& tx, SessionId session, PointId id, const PointForm& form);
void set_consent(db::Tx& tx, SessionId session, PointId id, const ConsentForm& form);
enum class Removal : std::uint8_t { removed, kept };
void set_removal(db::Tx& tx, SessionId session, PointId id, Removal removal);

std::vector<PointRow> list_points(db::Session& db, SessionId session);
std::optional<PointRow> find_point(db::Session& db, SessionId session, PointId id);

}  // namespace circles
