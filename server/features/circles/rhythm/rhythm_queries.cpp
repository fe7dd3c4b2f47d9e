#include "circles/rhythm/rhythm.hpp"

namespace circles {

std::vector<HeldMonth> count_held_by_month(db::Session& db, CircleId circle) {
    return db.all<HeldMonth>(
        "SELECT substr(s.date, 1, 7) AS month, count(*) AS held, max(s.date) AS last FROM circles_sessions s"
        " JOIN records_v_records r ON r.id = s.id WHERE s.circle_id = $1 AND s.state = 'held' AND r.state = 'published'"
        " GROUP BY substr(s.date, 1, 7) ORDER BY 1",
        circle);
}

struct MoveRow {
    SessionId id;
    SessionId moved_to;
};
BOOST_DESCRIBE_STRUCT(MoveRow, (), (id, moved_to))

Moves list_moves(db::Session& db, CircleId circle) {
    Moves moves;
    for (const auto& row :
         db.all<MoveRow>("SELECT id, moved_to FROM circles_sessions WHERE circle_id = $1 AND moved_to IS NOT NULL", circle))
        moves.emplace(row.id, row.moved_to);
    return moves;
}

}  // namespace circles
