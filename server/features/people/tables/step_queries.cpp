#include "people/tables/step.hpp"

namespace people {

// One question after the other: what most new ones fail first is looked for first, and each has its index.
bool is_stood_on(db::Session& db, records::RecordId id) {
    return db.one<bool>(
        "SELECT CASE WHEN EXISTS (SELECT 1 FROM people_memberships WHERE organisation_id = $1 OR person_id = $1)"
        " OR EXISTS (SELECT 1 FROM auth_v_invitations WHERE person_id = $1)"
        " OR EXISTS (SELECT 1 FROM people_organisations o JOIN records_v_records r ON r.id = o.id"
        " WHERE o.parent_id = $1 AND r.state <> 'deleted')"
        " OR EXISTS (SELECT 1 FROM records_v_records WHERE (owner_id = $1 OR within_id = $1 OR created_by = $1) AND id <> $1"
        " AND state <> 'deleted') THEN 1 ELSE 0 END",
        id);
}

}  // namespace people
