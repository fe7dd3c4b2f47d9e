#include "goals/exceptions/exception_queries.hpp"

namespace goals {

struct AimingArea {
    base::AreaId area_id;
};
BOOST_DESCRIBE_STRUCT(AimingArea, (), (area_id))

std::set<base::AreaId> list_aiming(db::Session& db, IndicatorId indicator, base::AreaId area) {
    std::set<base::AreaId> aiming;
    db.each<AimingArea>(
        "SELECT DISTINCT r.area_id FROM goals_goals g JOIN records_v_public r ON r.id = g.id WHERE g.indicator_id = $1"
        " AND r.area_id BETWEEN $2 AND $3 AND g.decision = 'adopted'"
        " AND EXISTS (SELECT 1 FROM goals_marks m WHERE m.goal_id = g.id AND m.is_target = 1)",
        [&](const AimingArea& row) { aiming.insert(row.area_id); }, indicator, area, base::last_of(area));
    return aiming;
}

}  // namespace goals
