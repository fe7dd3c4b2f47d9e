#include "circles/groups/breakout_reply.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "circles/circle/circle_queries.hpp"
#include "circles/groups/merge_queries.hpp"
#include "circles/room/seat/group_seat.hpp"
#include "circles/session/said_queries.hpp"
#include "circles/session/session_queries.hpp"

namespace circles {

namespace {

bool is_dialogue(db::Session& db, SessionId session) {
    return circles::is_dialogue(get_circle(db, get_session(db, session).circle_id).kind);
}

Seated seated(const Attendee& attendee) {
    return {attendee.id, attendee.name, attendee.organisation};
}

// One break-out while it is put together for one viewer.
struct Shown {
    const http::Viewer& viewer;
    const records::Found& session;
    Sight sight{};
    bool notes{};
    bool hidden{};  // what was hidden too
    std::map<AttendeeId, Attendee> people;
};

Group show(db::Session& db, const Shown& to, const GroupRow& row) {
    return {.id = row.id,
            .place = row.place,
            .name = row.name,
            .size = 0,
            .people = {},
            .notes = {},
            .mine = false,
            .may_write = may_write(db, to.viewer, to.session, row.id)};
}

void seat_people(db::Session& db, const Shown& to, Breakout& breakout) {
    auto standing = to.people;
    for (const auto& seat : list_seats(db, breakout.id)) {
        const auto attendee = to.people.find(seat.attendee_id);
        standing.erase(seat.attendee_id);
        for (auto& group : breakout.groups) {
            if (group.id != seat.group_id || attendee == to.people.end()) continue;
            ++group.size;
            group.mine = group.mine || (to.viewer.person && attendee->second.person_id == to.viewer.person);
            if (to.sight > Sight::outsider) group.people.push_back(seated(attendee->second));
        }
    }
    if (to.sight == Sight::outsider) return;
    for (const auto& [id, attendee] : standing) breakout.standing.push_back(seated(attendee));
}

void count_in_phones(db::Session& db, Breakout& breakout) {
    for (const auto& phones : count_phones(db, breakout.id)) {
        const auto group = std::ranges::find(breakout.groups, phones.group_id, &Group::id);
        if (group != breakout.groups.end()) group->size += phones.people;
    }
}

// What stands outside of the circle: nothing hidden, and of what phones wrote only what was taken into the plenary.
bool is_out(const GroupNote& note, const std::set<GroupNoteId>& merged) {
    return !note.hidden && (!note.by_phone || merged.contains(note.id));
}

std::set<GroupNoteId> merged_notes(db::Session& db, BreakoutId breakout) {
    std::set<GroupNoteId> notes;
    for (const auto& each : list_merged(db, breakout)) notes.insert(each.note_id);
    return notes;
}

void add_notes(db::Session& db, const Shown& to, Breakout& breakout) {
    const auto merged = merged_notes(db, breakout.id);
    for (auto& note : list_notes(db, breakout.id)) {
        if (note.hidden ? !to.hidden : to.sight == Sight::outsider && !is_out(note, merged)) continue;
        for (auto& group : breakout.groups)
            if (group.id == note.group_id) group.notes.push_back(note);
    }
}

void add_merged(db::Session& db, const Shown& to, Breakout& breakout) {
    const auto points = list_points(db, {to.session.envelope.id.value});
    for (const auto& each : list_merged(db, breakout.id)) {
        const auto point = std::ranges::find(points, each.point_id, &PointRow::id);
        if (point == points.end() || !may_see(*point, to.sight, to.viewer.person)) continue;
        if (breakout.merged.empty() || breakout.merged.back().point != each.point_id)
            breakout.merged.push_back({.point = each.point_id, .body = point->body, .groups = {}, .notes = {}});
        auto& merged = breakout.merged.back();
        if (merged.groups.empty() || merged.groups.back() != each.group_id) merged.groups.push_back(each.group_id);
        merged.notes.push_back(each.note_id);
    }
}

Breakout show(db::Session& db, const Shown& to, const BreakoutRow& row) {
    Breakout breakout{.id = row.id,
                      .question = row.question,
                      .split_by = row.split_by,
                      .seed = row.seed,
                      .groups = {},
                      .standing = {},
                      .may_choose = row.split_by == SplitBy::choice && find_attendee(db, {to.session.envelope.id.value}, to.viewer.person),
                      .merged = {}};
    for (const auto& group : list_groups(db, row.id)) breakout.groups.push_back(show(db, to, group));
    seat_people(db, to, breakout);
    count_in_phones(db, breakout);
    if (to.notes) add_notes(db, to, breakout);
    add_merged(db, to, breakout);
    return breakout;
}

}  // namespace

bool may_write(db::Session& db, const http::Viewer& viewer, const records::Found& session, GroupId group) {
    return records::may_edit(records::guard(session.envelope), session.ties) || sits_in(db, group, viewer.person);
}

std::vector<Breakout> breakouts_for(db::Session& db, const http::Viewer& viewer, const records::Found& session) {
    const SessionId id{session.envelope.id.value};
    Shown to{.viewer = viewer, .session = session, .sight = sight(session), .notes = false, .hidden = false, .people = {}};
    to.hidden = records::may_edit(records::guard(session.envelope), session.ties);
    to.notes = to.sight > Sight::outsider || !is_dialogue(db, id);
    for (auto& each : those_to_seat(list_people(db, id))) to.people.emplace(each.id, each);
    std::vector<Breakout> breakouts;
    for (const auto& row : list_breakouts(db, id)) breakouts.push_back(show(db, to, row));
    return breakouts;
}

std::vector<std::string> words_of_groups(db::Session& db, SessionId session) {
    std::vector<std::string> words;
    const bool stays = is_dialogue(db, session);
    for (const auto& breakout : list_breakouts(db, session)) {
        words.push_back(breakout.question);
        if (stays) continue;
        const auto merged = merged_notes(db, breakout.id);
        for (const auto& note : list_notes(db, breakout.id))
            if (is_out(note, merged)) words.push_back(note.body);
    }
    return words;
}

}  // namespace circles
