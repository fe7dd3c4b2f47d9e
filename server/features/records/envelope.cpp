#include "records/envelope.hpp"
#include "db/db.hpp"
#include "http/problem.hpp"
#include "http/viewer.hpp"

namespace records {

Guard guard(const Envelope& envelope) {
    return {envelope.visibility, envelope.state, envelope.owner_id || envelope.within_id};
}

Rights rights(const Found& found) {
    const auto record = guard(found.envelope);
    return {may_edit(record, found.ties), may_publish(record, found.ties), may_moderate(record, found.ties)};
}

void require_contributor(db::Session& db, const http::Viewer& viewer, RecordId scope) {
    if (viewer.is_guest()) throw http::sign_in_needed();
    if (role_in(db, viewer.person, scope) < Role::contributor) throw http::Problem(403, "not_a_contributor");
}

}  // namespace records
