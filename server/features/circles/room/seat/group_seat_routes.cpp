#include <algorithm>

#include "circles/groups/split.hpp"
#include "circles/room/room_queries.hpp"
#include "circles/room/seat/group_seat.hpp"
#include "circles/room/seat/seat.hpp"
#include "circles/routes.hpp"
#include "circles/session/session_reply.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"

// A phone without an account in a break-out: it sits down in a group, and writes its notes.
namespace circles {

namespace {

constexpr std::int64_t most_notes = 100;  // of one phone in one group

struct SeatGroupForm {
    std::optional<GroupId> group;            // where groups are by choice
    std::optional<base::Text<0, 200>> name;  // as it was signed, where groups are drawn: its seat is the phone's
};
BOOST_DESCRIBE_STRUCT(SeatGroupForm, (), (group, name))

struct SeatNoteForm {
    GroupId group;
    base::Text<1, 500> body;
};
BOOST_DESCRIBE_STRUCT(SeatNoteForm, (), (group, body))

// For one phone: where it sits, and what its group has written.
struct SeatGroup {
    std::optional<GroupId> group;
    std::vector<GroupNote> notes;
};
BOOST_DESCRIBE_STRUCT(SeatGroup, (), (group, notes))

struct GroupsOn {
    BreakoutRow breakout;
    GroupStep step{};
};

std::optional<GroupsOn> find_groups_on(db::Session& db, SessionId session) {
    const auto room = find_room(db, session);
    if (!room || !room->is_open() || !room->breakout_id) return {};
    auto breakout = find_breakout(db, session, *room->breakout_id);
    if (!breakout) return {};
    return GroupsOn{*std::move(breakout), room->breakout_step.value_or(GroupStep::writing)};
}

GroupsOn get_groups_on(db::Session& db, SessionId session) {
    auto on = find_groups_on(db, session);
    if (!on) throw http::Problem(409, "no_groups_now");
    return *std::move(on);
}

SeatGroup seat_group(db::Session& db, const PhoneSeat& seat) {
    const auto on = find_groups_on(db, seat.session_id);
    const auto group = on ? find_phone_group(db, on->breakout.id, seat.id) : std::nullopt;
    if (!group) return {};
    return {group, list_notes_of(db, *group)};
}

SeatGroup show_group(http::Call& call, const PhoneSeat& seat) {
    return seat_group(call.read(), seat);
}

GroupRow get_group_on(db::Session& db, const PhoneSeat& seat, BreakoutId breakout, GroupId id) {
    auto group = find_group(db, seat.session_id, id);
    if (!group || group->breakout_id != breakout) throw http::not_found();
    return *std::move(group);
}

GroupId least_full(db::Session& db, BreakoutId breakout) {
    const auto groups = list_groups_now(db, breakout);
    std::vector<Table> tables;
    tables.reserve(groups.size());
    for (const auto& group : groups) tables.push_back({static_cast<std::size_t>(group.size), 0});
    return groups.at(place_for_latecomer(tables)).id;
}

// Who signed by name sits where the lot put that name; who came after it, and a phone without a name, where fewest sit.
void draw(db::Tx& tx, const PhoneSeat& seat, BreakoutId breakout, const std::string& name) {
    const auto attendee = name.empty() ? std::nullopt : find_attendee_called(tx, seat.session_id, name);
    if (!attendee && find_phone_group(tx, breakout, seat.id)) return;
    const auto drawn = attendee ? find_seat_of(tx, breakout, *attendee) : std::nullopt;
    const auto group = get_group_on(tx, seat, breakout, drawn ? *drawn : least_full(tx, breakout));
    if (attendee && !drawn) put_seat(tx, breakout, *attendee, group.id);
    put_phone(tx, group, seat.id, attendee ? Holder::listed : Holder::unknown);
}

// Which phone sits where is no event: nobody asks for it afterwards, and phones are nameless.
SeatGroup sit_down(http::Call& call, const PhoneSeat& seat, const SeatGroupForm& form) {
    count_answer(call, seat);
    call.write([&](db::Tx& tx) {
        const auto breakout = get_groups_on(tx, seat.session_id).breakout;
        if (breakout.split_by != SplitBy::choice) {
            if (form.group) throw http::Problem(409, "groups_are_drawn");
            draw(tx, seat, breakout.id, base::or_empty(form.name));
        } else {
            if (!form.group) throw http::Problem(422, "invalid_input").at("/group", "required");
            put_phone(tx, get_group_on(tx, seat, breakout.id, *form.group), seat.id, Holder::unknown);
        }
        stir(tx, seat.session_id);
    });
    return seat_group(call.read(), seat);
}

void write_note(http::Call& call, const PhoneSeat& seat, const SeatNoteForm& form) {
    count_answer(call, seat);
    call.write([&](db::Tx& tx) {
        const auto on = get_groups_on(tx, seat.session_id);
        if (on.step != GroupStep::writing) throw http::Problem(409, "groups_are_merging");
        if (find_phone_group(tx, on.breakout.id, seat.id) != form.group) throw http::Problem(409, "not_in_this_group");
        if (count_notes_of(tx, form.group, seat.id) >= most_notes) throw http::Problem(409, "too_many_group_notes", {{"max", most_notes}});
        insert_note(tx, {form.group, form.body.value, {}, seat.id});
        touch_group(tx, seat.session_id, form.group);
        refresh_text(tx, seat.session_id);
        journal::record(tx, {}, "circles.group_note_added", {seat.session_id, 0});
    });
}

}  // namespace

void add_group_seat_routes(http::Router& router) {
    router.get("/api/seat/group", show_group, access::anyone);
    router.put("/api/seat/group", sit_down, access::anyone, http::WriteKind::comment);
    router.post("/api/seat/notes", write_note, access::anyone, http::WriteKind::comment);
}

}  // namespace circles
