#pragma once

#include "circles/groups/breakout_queries.hpp"

namespace circles {

// A note that was brought into a point of the session, which is still there.
struct MergedNote {
    PointId point_id;
    GroupNoteId note_id;
    GroupId group_id;
};
BOOST_DESCRIBE_STRUCT(MergedNote, (), (point_id, note_id, group_id))

// By points, and of each by the places of the groups.
std::vector<MergedNote> list_merged(db::Session& db, BreakoutId breakout);
void merge_note(db::Tx& tx, GroupNoteId note, PointId point);
// Of all its notes; they stay with their groups.
void unmerge(db::Tx& tx, PointId point);

}  // namespace circles
