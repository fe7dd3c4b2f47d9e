#include <algorithm>

#include "circles/tree/tree.hpp"

namespace circles {

std::optional<CircleId> find_above(db::Session& db, CircleId circle) {
    return db.find<CircleId>("SELECT above_id FROM circles_circles WHERE id = $1 AND above_id IS NOT NULL", circle);
}

void set_above(db::Tx& tx, CircleId circle, std::optional<CircleId> above) {
    tx.run("UPDATE circles_circles SET above_id = $2 WHERE id = $1", circle, above);
}

// UNION, not UNION ALL: whatever stands in the table, the walk ends.
bool on_the_way_up(db::Session& db, CircleId from, CircleId circle) {
    return db.one<std::int64_t>(
               "WITH RECURSIVE up (id) AS (SELECT CAST($1 AS BIGINT)"
               " UNION SELECT c.above_id FROM circles_circles c JOIN up ON c.id = up.id WHERE c.above_id IS NOT NULL)"
               " SELECT count(*) FROM up WHERE id = $2",
               from, circle) > 0;
}

struct Placed : TreeLine {
    CircleId above_id;
};
BOOST_DESCRIBE_STRUCT(Placed, (TreeLine), (above_id))

#define TREE_LINES                                                                                                            \
    " SELECT r.id, r.title, r.address, c.level, r.area_id, w.depth, coalesce(c.above_id, 0) AS above_id,"                     \
    " c.held_before + (SELECT count(*) FROM circles_sessions s JOIN records_v_records h ON h.id = s.id"                       \
    " WHERE s.circle_id = c.id AND s.state = 'held' AND h.state = 'published') AS held,"                                      \
    " (SELECT max(s.date) FROM circles_sessions s JOIN records_v_records h ON h.id = s.id WHERE s.circle_id = c.id"           \
    " AND s.state = 'held' AND h.state = 'published' AND h.visibility = 'public') AS last_held,"                              \
    " (SELECT count(*) FROM circles_issues i WHERE i.to_id = c.id AND i.outcome IS NULL AND NOT EXISTS (SELECT 1"             \
    " FROM circles_issues n WHERE n.before_id = i.topic_id AND n.outcome IS NOT NULL)) AS waiting"                            \
    " FROM walk w JOIN circles_circles c ON c.id = w.id JOIN records_v_records r ON r.id = c.id WHERE r.state = 'published' " \
    "AND " RECORDS_MAY_READ

std::vector<TreeLine> list_above(db::Session& db, const http::Viewer& viewer, CircleId circle) {
    const auto placed = db.all<Placed>(
        "WITH RECURSIVE walk (id, depth) AS (SELECT above_id, CAST(1 AS BIGINT) FROM circles_circles WHERE id = $2 AND above_id IS NOT"
        " NULL UNION SELECT c.above_id, w.depth + 1 FROM circles_circles c JOIN walk w ON c.id = w.id WHERE c.above_id IS NOT NULL"
        " AND w.depth < $3)" TREE_LINES " ORDER BY w.depth DESC",
        viewer.person, circle, most_storeys);
    std::vector<TreeLine> lines(placed.begin(), placed.end());
    for (auto& line : lines) line.depth = 0;
    return lines;
}

// Each after the one above it, in the order in which they are given; one whose own circle above is not among them stands at the end.
static std::vector<TreeLine> in_tree_order(std::vector<Placed> lines, CircleId top) {
    std::vector<TreeLine> ordered;
    const auto place = [&](const auto& self, CircleId above) -> void {
        for (auto& line : lines)
            if (line.above_id == above && line.id) {
                const auto id = line.id;
                ordered.push_back(line);
                line.id = {};
                self(self, id);
            }
    };
    place(place, top);
    for (auto& line : lines)
        if (line.id) place(place, line.above_id);
    return ordered;
}

std::vector<TreeLine> list_below(db::Session& db, const http::Viewer& viewer, CircleId circle) {
    return in_tree_order(
        db.all<Placed>("WITH RECURSIVE walk (id, depth) AS (SELECT id, CAST(1 AS BIGINT) FROM circles_circles WHERE above_id = $2 UNION"
                       " SELECT c.id, w.depth + 1 FROM circles_circles c JOIN walk w ON c.above_id = w.id WHERE w.depth < $3)" TREE_LINES
                       " ORDER BY r.sort_key, r.id LIMIT 500",
                       viewer.person, circle, most_storeys),
        circle);
}

}  // namespace circles
