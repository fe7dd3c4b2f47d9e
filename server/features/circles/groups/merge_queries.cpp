#include "circles/groups/merge_queries.hpp"

namespace circles {

std::vector<MergedNote> list_merged(db::Session& db, BreakoutId breakout) {
    return db.all<MergedNote>(
        "SELECT m.point_id, m.note_id, n.group_id FROM circles_merged_notes m JOIN circles_group_notes n ON n.id = m.note_id"
        " JOIN circles_groups g ON g.id = n.group_id JOIN circles_points p ON p.id = m.point_id"
        " WHERE g.breakout_id = $1 AND n.removed = 0 AND p.removed = 0 ORDER BY m.point_id, g.place, n.id",
        breakout);
}

// A note whose point was taken away since goes to the new one.
void merge_note(db::Tx& tx, GroupNoteId note, PointId point) {
    tx.run(
        "INSERT INTO circles_merged_notes (note_id, point_id) VALUES ($1, $2)"
        " ON CONFLICT (note_id) DO UPDATE SET point_id = excluded.point_id",
        note, point);
}

void unmerge(db::Tx& tx, PointId point) {
    tx.run("DELETE FROM circles_merged_notes WHERE point_id = $1", point);
}

}  // namespace circles
