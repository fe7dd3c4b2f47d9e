#include "goals/goal/profile_queries.hpp"

#include "records/records.hpp"

namespace goals {

bool has_profile(db::Session& db, base::PersonId viewer, base::AreaId area) {
    return db.one<bool>(
        "SELECT EXISTS (SELECT 1 FROM records_v_records r WHERE r.kind = 'area_profile' AND r.state = 'published' AND r.area_id = $2"
        " AND " RECORDS_MAY_READ ")",
        viewer, area);
}

}  // namespace goals
