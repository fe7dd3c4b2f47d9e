#include "base/thai_text.hpp"
#include "circles/room/seat/group_seat.hpp"

namespace circles {

std::vector<GroupNow> list_groups_now(db::Session& db, BreakoutId breakout) {
    return db.all<GroupNow>(
        "SELECT g.id, g.place, g.name, (SELECT count(*) FROM circles_seats s JOIN circles_people p ON p.id = s.attendee_id"
        " WHERE s.breakout_id = g.breakout_id AND s.group_id = g.id) + (SELECT count(*) FROM circles_room_group_seats r"
        " WHERE r.breakout_id = g.breakout_id AND r.group_id = g.id AND r.listed = 0) AS size,"
        " (SELECT count(*) FROM circles_group_notes n WHERE n.group_id = g.id AND n.removed = 0 AND n.hidden = 0) AS notes, g.revision"
        " FROM circles_groups g WHERE g.breakout_id = $1 ORDER BY g.place",
        breakout);
}

std::optional<GroupId> find_phone_group(db::Session& db, BreakoutId breakout, SeatId seat) {
    return db.find<GroupId>("SELECT group_id FROM circles_room_group_seats WHERE breakout_id = $1 AND seat_id = $2", breakout, seat);
}

void put_phone(db::Tx& tx, const GroupRow& group, SeatId seat, Holder holder) {
    tx.run(
        "INSERT INTO circles_room_group_seats (breakout_id, seat_id, group_id, listed) VALUES ($1, $2, $3, $4)"
        " ON CONFLICT (breakout_id, seat_id) DO UPDATE SET group_id = excluded.group_id, listed = excluded.listed",
        group.breakout_id, seat, group.id, holder == Holder::listed);
}

void clear_phones(db::Tx& tx, BreakoutId breakout) {
    tx.run("DELETE FROM circles_room_group_seats WHERE breakout_id = $1", breakout);
}

std::vector<Sitting> count_phones(db::Session& db, BreakoutId breakout) {
    return db.all<Sitting>(
        "SELECT group_id, count(*) AS people FROM circles_room_group_seats WHERE breakout_id = $1 AND listed = 0 GROUP BY group_id"
        " ORDER BY group_id",
        breakout);
}

std::optional<AttendeeId> find_attendee_called(db::Session& db, SessionId session, std::string_view name) {
    return db.find<AttendeeId>("SELECT id FROM circles_people WHERE session_id = $1 AND name_key = $2 ORDER BY id LIMIT 1", session,
                               base::utf8(base::normalise(name).text));
}

std::optional<GroupId> find_seat_of(db::Session& db, BreakoutId breakout, AttendeeId attendee) {
    return db.find<GroupId>("SELECT group_id FROM circles_seats WHERE breakout_id = $1 AND attendee_id = $2", breakout, attendee);
}

}  // namespace circles
