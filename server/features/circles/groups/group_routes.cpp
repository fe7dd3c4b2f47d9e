#include <algorithm>
#include <map>

#include "circles/groups/breakout_reply.hpp"
#include "circles/room/room_queries.hpp"
#include "circles/room/seat/group_seat.hpp"
#include "circles/routes.hpp"
#include "circles/session/session_reply.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"

namespace circles {

using ReadableSession = records::Readable<SessionId>;
using WritableSession = records::Writable<SessionId>;

static constexpr std::int64_t seeds = 1'000'000;

static std::vector<Breakout> get_breakouts(http::Call& call, const ReadableSession& session) {
    return breakouts_for(call.read(), call.viewer(), session.found);
}

static BreakoutRow get_breakout(db::Session& db, SessionId session, BreakoutId id) {
    auto breakout = find_breakout(db, session, id);
    if (!breakout) throw http::not_found();
    return *std::move(breakout);
}

static GroupRow get_group(db::Session& db, SessionId session, GroupId id) {
    auto group = find_group(db, session, id);
    if (!group) throw http::not_found();
    return *std::move(group);
}

static void note(db::Tx& tx, const http::Call& call, std::string_view action, SessionId session) {
    refresh_text(tx, session);
    stir(tx, session);
    journal::record(tx, call.person(), action, {session, 0});
}

static void draw(db::Tx& tx, SessionId session, const BreakoutRow& breakout) {
    const auto groups = list_groups(tx, breakout.id);
    const auto people = those_to_seat(list_people(tx, session));
    const auto seating = seat(people, breakout.split_by, groups.size(), static_cast<std::uint64_t>(breakout.seed));
    clear_seats(tx, breakout.id);
    clear_phones(tx, breakout.id);
    for (const auto& group : groups) touch_group(tx, session, group.id);
    for (std::size_t i = 0; i < seating.size(); ++i) put_seat(tx, breakout.id, people[i].id, groups[seating[i]].id);
}

static std::vector<Breakout> make_breakout(http::Call& call, const WritableSession& session, const BreakoutForm& form) {
    return call.write([&](db::Tx& tx) {
        const auto names = form.names.value_or(std::vector<base::Line>{});
        const auto id = insert_breakout(tx, call.person(), session.id, form, 0);
        set_seed(tx, id, form.seed ? form.seed->value : id.value % seeds);
        for (std::int64_t place = 1; place <= form.groups; ++place) {
            const auto at = static_cast<std::size_t>(place - 1);
            insert_group(tx, id, place, at < names.size() ? names[at].value : "");
        }
        draw(tx, session.id, get_breakout(tx, session.id, id));
        note(tx, call, "circles.groups_made", session.id);
        return breakouts_for(tx, call.viewer(), session.found);
    });
}

// Everybody anew, by the next lot.
static std::vector<Breakout> draw_again(http::Call& call, const WritableSession& session, BreakoutId id) {
    return call.write([&](db::Tx& tx) {
        const auto before = get_breakout(tx, session.id, id);
        if (before.split_by == SplitBy::choice) throw http::Problem(409, "they_choose_themselves");
        set_seed(tx, id, (before.seed + 1) % seeds);
        draw(tx, session.id, get_breakout(tx, session.id, id));
        note(tx, call, "circles.groups_drawn", session.id);
        return breakouts_for(tx, call.viewer(), session.found);
    });
}

static std::size_t place_of(const std::vector<GroupRow>& groups, GroupId id) {
    return static_cast<std::size_t>(std::ranges::find(groups, id, &GroupRow::id) - groups.begin());
}

// How full the groups are, and how many of each sit with whom the newcomer shares a name.
static std::vector<Table> tables(const std::vector<GroupRow>& groups, const std::vector<GroupSeat>& seats,
                                 const std::map<AttendeeId, std::string>& names, const std::string& name) {
    std::vector<Table> all(groups.size());
    for (const auto& seat : seats) {
        auto& table = all.at(place_of(groups, seat.group_id));
        ++table.people;
        const auto sitting = names.find(seat.attendee_id);
        if (sitting != names.end() && !name.empty() && sitting->second == name) ++table.of_the_name;
    }
    return all;
}

// Who came late sits down where fewest sit; nobody else moves.
static std::vector<Breakout> seat_latecomers(http::Call& call, const WritableSession& session, BreakoutId id) {
    return call.write([&](db::Tx& tx) {
        const auto breakout = get_breakout(tx, session.id, id);
        const auto groups = list_groups(tx, id);
        auto seats = list_seats(tx, id);
        const auto people = those_to_seat(list_people(tx, session.id));
        std::map<AttendeeId, std::string> names;
        for (const auto& each : people) names.emplace(each.id, shared_name(each, breakout.split_by));
        for (const auto& each : people) {
            if (std::ranges::find(seats, each.id, &GroupSeat::attendee_id) != seats.end()) continue;
            const auto group = groups[place_for_latecomer(tables(groups, seats, names, names[each.id]))].id;
            put_seat(tx, id, each.id, group);
            seats.push_back({each.id, group});
        }
        note(tx, call, "circles.latecomers_seated", session.id);
        return breakouts_for(tx, call.viewer(), session.found);
    });
}

struct QuestionForm {
    base::Text<1, 1000> question;
};
BOOST_DESCRIBE_STRUCT(QuestionForm, (), (question))

static std::vector<Breakout> change_breakout(http::Call& call, const WritableSession& session, BreakoutId id, const QuestionForm& form) {
    return call.write([&](db::Tx& tx) {
        get_breakout(tx, session.id, id);
        set_question(tx, id, form.question);
        note(tx, call, "circles.groups_edited", session.id);
        return breakouts_for(tx, call.viewer(), session.found);
    });
}

static std::vector<Breakout> take_breakout_off(http::Call& call, const WritableSession& session, BreakoutId id) {
    return call.write([&](db::Tx& tx) {
        get_breakout(tx, session.id, id);
        remove_breakout(tx, id);
        end_groups(tx, session.id, id);
        note(tx, call, "circles.groups_removed", session.id);
        return breakouts_for(tx, call.viewer(), session.found);
    });
}

struct GroupForm {
    base::Text<0, 100> name;
};
BOOST_DESCRIBE_STRUCT(GroupForm, (), (name))

static std::vector<Breakout> change_group(http::Call& call, const WritableSession& session, GroupId id, const GroupForm& form) {
    return call.write([&](db::Tx& tx) {
        get_group(tx, session.id, id);
        set_group_name(tx, id, form.name);
        note(tx, call, "circles.groups_edited", session.id);
        return breakouts_for(tx, call.viewer(), session.found);
    });
}

struct SeatForm {
    AttendeeId attendee;
};
BOOST_DESCRIBE_STRUCT(SeatForm, (), (attendee))

static std::vector<Breakout> move_person(http::Call& call, const WritableSession& session, GroupId id, const SeatForm& form) {
    return call.write([&](db::Tx& tx) {
        const auto group = get_group(tx, session.id, id);
        const auto people = list_people(tx, session.id);
        if (std::ranges::find(people, form.attendee, &Attendee::id) == people.end())
            throw http::Problem(422, "invalid_input").at("/attendee", "not_among_those_who_came");
        put_seat(tx, group.breakout_id, form.attendee, id);
        note(tx, call, "circles.seat_changed", session.id);
        return breakouts_for(tx, call.viewer(), session.found);
    });
}

// One's own choice, of those who are on the list.
static std::vector<Breakout> sit_down(http::Call& call, const ReadableSession& session, GroupId id) {
    const auto group = get_group(call.read(), session.id, id);
    if (get_breakout(call.read(), session.id, group.breakout_id).split_by != SplitBy::choice) throw http::Problem(409, "groups_are_drawn");
    const auto me = find_attendee(call.read(), session.id, call.person());
    if (!me) throw http::Problem(409, "not_among_those_who_came");
    return call.write([&](db::Tx& tx) {
        put_seat(tx, group.breakout_id, *me, id);
        note(tx, call, "circles.seat_chosen", session.id);
        return breakouts_for(tx, call.viewer(), session.found);
    });
}

void add_group_routes(http::Router& router) {
    router.get("/api/sessions/{session}/breakouts", get_breakouts, access::may_read);
    router.post("/api/sessions/{session}/breakouts", make_breakout, access::may_edit, http::WriteKind::change);
    router.put("/api/sessions/{session}/breakouts/{breakout}", change_breakout, access::may_edit, http::WriteKind::change);
    router.del("/api/sessions/{session}/breakouts/{breakout}", take_breakout_off, access::may_edit, http::WriteKind::change);
    router.post("/api/sessions/{session}/breakouts/{breakout}/draw", draw_again, access::may_edit, http::WriteKind::change);
    router.post("/api/sessions/{session}/breakouts/{breakout}/latecomers", seat_latecomers, access::may_edit, http::WriteKind::change);
    router.put("/api/sessions/{session}/groups/{group}", change_group, access::may_edit, http::WriteKind::change);
    router.put("/api/sessions/{session}/groups/{group}/seats", move_person, access::may_edit, http::WriteKind::change);
    router.put("/api/sessions/{session}/groups/{group}/me", sit_down, access::signed_in, http::WriteKind::proposal);
}

}  // namespace circles
