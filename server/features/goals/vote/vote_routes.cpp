#include "base/json/json.hpp"
#include "goals/goal/shown_goal.hpp"
#include "goals/routes.hpp"
#include "goals/vote/vote.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"

namespace goals {

namespace {

using ReadableGoal = records::Readable<GoalId>;

bool lies_in(base::AreaId area, base::AreaId whole) {
    return whole <= area && area <= base::last_of(whole);
}

// In the goal's area, and not above or below another place whose ballots were counted: nobody's ballot counts twice.
base::AreaId require_free_place(db::Session& db, const VoteForm& form, const std::vector<VoteRow>& counted, base::AreaId whole) {
    const auto place = areas::find(db, form.area.value);
    if (!place || !lies_in(place->id, whole)) throw http::Problem(422, "invalid_input").at("/area", "not_in_area");
    for (const auto& vote : counted) {
        if (vote.area_id == place->id) continue;
        if (lies_in(vote.area_id, place->id) || lies_in(place->id, vote.area_id))
            throw http::Problem(422, "invalid_input").at("/area", "counted_already");
    }
    return place->id;
}

std::int64_t standing_count(const std::vector<VoteRow>& counted, base::AreaId area) {
    std::int64_t nth = 0;
    for (const auto& vote : counted)
        if (vote.area_id == area) nth = std::max(nth, vote.nth);
    return nth;
}

ShownGoal key_in_vote(http::Call& call, const records::Writable<GoalId>& goal, const VoteForm& form) {
    if (form.held_on > base::bangkok_date(call.now())) throw http::Problem(422, "invalid_input").at("/held_on", "in_the_future");
    return call.write([&](db::Tx& tx) {
        const auto counted = list_votes(tx, goal.id);
        const auto area = require_free_place(tx, form, counted, goal->area_id);
        records::require_version(standing_count(counted, area), form.replaces.value);
        insert_vote(tx, goal.id, area, form, call.person());
        const auto* action = form.replaces.value > 0 ? "goals.vote_put_right" : "goals.vote_counted";
        journal::record(tx, call.person(), action, {goal->id, 0, json::write(form)});
        return show_goal(tx, view_of(call), goal.found);
    });
}

ShownGoal support_goal(http::Call& call, const ReadableGoal& goal) {
    return call.write([&](db::Tx& tx) {
        insert_support(tx, goal.id, call.person());
        journal::record(tx, call.person(), "goals.goal_supported", {goal->id, 0});
        return show_goal(tx, view_of(call), goal.found);
    });
}

ShownGoal leave_goal(http::Call& call, const ReadableGoal& goal) {
    return call.write([&](db::Tx& tx) {
        delete_support(tx, goal.id, call.person());
        journal::record(tx, call.person(), "goals.goal_support_withdrawn", {goal->id, 0});
        return show_goal(tx, view_of(call), goal.found);
    });
}

}  // namespace

void add_vote_routes(http::Router& router) {
    router.put("/api/goals/{goal}/support", support_goal, access::signed_in, http::WriteKind::proposal);
    router.del("/api/goals/{goal}/support", leave_goal, access::signed_in, http::WriteKind::proposal);
    router.post("/api/goals/{goal}/votes", key_in_vote, access::may_edit, http::WriteKind::change);
}

}  // namespace goals
