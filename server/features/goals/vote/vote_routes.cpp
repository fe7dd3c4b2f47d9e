#include "goals/goal/shown_goal.hpp"
#include "goals/routes.hpp"
#include "goals/vote/vote_queries.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"

// Supporting a goal and voting on it; those of a proposed indicator are in proposal/.
namespace goals {

namespace {

using ReadableGoal = records::Readable<GoalId>;

ShownGoal key_in_vote(http::Call& call, const records::Writable<GoalId>& goal, const VoteForm& form) {
    return call.write([&](db::Tx& tx) {
        key_in(tx, call.person(), {goal->id, goal->area_id, get_goal(tx, goal.id).decision}, form);
        return show_goal(tx, view_of(call), goal.found);
    });
}

ShownGoal support_goal(http::Call& call, const ReadableGoal& goal) {
    return call.write([&](db::Tx& tx) {
        insert_support(tx, goal->id, call.person());
        journal::record(tx, call.person(), "goals.goal_supported", {goal->id, 0});
        return show_goal(tx, view_of(call), goal.found);
    });
}

ShownGoal leave_goal(http::Call& call, const ReadableGoal& goal) {
    return call.write([&](db::Tx& tx) {
        delete_support(tx, goal->id, call.person());
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
