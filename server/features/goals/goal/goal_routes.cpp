#include <algorithm>

#include "goals/goal/goals.hpp"
#include "goals/goal/shown_goal.hpp"
#include "goals/proposal/shown_proposal.hpp"
#include "goals/routes.hpp"
#include "http/router.hpp"

namespace goals {

namespace {

using ReadableGoal = records::Readable<GoalId>;

struct GoalForm {
    records::RecordId owner;
    std::optional<records::RecordId> from;  // what led to it: a session, a circle, an item of knowledge
    GoalContent content;
};
BOOST_DESCRIBE_STRUCT(GoalForm, (), (owner, from, content))

struct GoalChange {
    GoalContent content;
};
BOOST_DESCRIBE_STRUCT(GoalChange, (), (content))

struct BeginningWish {
    std::string indicator;  // its code
    base::AreaId area;
};
BOOST_DESCRIBE_STRUCT(BeginningWish, (), (indicator, area))

// ---- what a content speaks of ----

[[noreturn]] void refuse(std::string_view at, std::string_view code) {
    throw http::Problem(422, "invalid_input").at("/content" + std::string(at), code);
}

std::optional<Indicator> require_indicator(http::Call& call, const GoalContent& content) {
    const auto code = base::or_empty(content.indicator);
    if (code.empty()) return {};
    const auto found = find_readable(call.read(), call.viewer(), code);
    if (!found) refuse("/indicator", "no_such_indicator");
    return found->indicator;
}

// A goal has two levels: what has a main goal is none, and what is one has none.
void require_parent(http::Call& call, const GoalContent& content, GoalId self) {
    const GoalId parent{content.parent.value_or(records::RecordId{}).value};
    if (!parent) return;
    const auto shown = records::cards(call.read(), call.viewer(), {records::record_id(parent)});
    const auto row = shown.empty() ? std::nullopt : find_goal(call.read(), parent);
    if (!row) refuse("/parent", "no_such_goal");
    if (row->parent_id || parent == self) refuse("/parent", "not_a_main_goal");
    if (self && has_sub_goals(call.read(), self)) refuse("/parent", "has_sub_goals");
}

void require_partners(http::Call& call, const GoalContent& content) {
    const auto wanted = content.partners.value_or(std::vector<records::RecordId>{});
    const auto known = records::cards(call.read(), call.viewer(), wanted);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const auto card = std::ranges::find(known, wanted[i], &records::Card::id);
        if (card == known.end() || card->kind != "organisation") refuse("/partners/" + std::to_string(i), "unknown_organisation");
    }
}

// What can be measured only together: nobody aims at the upper end of what is no band.
void require_fitting(const Indicator& indicator, const GoalContent& content) {
    for (std::size_t i = 0; i < content.targets.size(); ++i) {
        const auto at = "/targets/" + std::to_string(i) + "/value_to";
        if (content.targets[i].value_to.has_value() != (indicator.direction == Direction::band))
            refuse(at, indicator.direction == Direction::band ? "required" : "only_of_a_band");
    }
}

IndicatorId require_known(http::Call& call, const GoalContent& content, GoalId self) {
    if (content.area && !areas::find(call.read(), content.area)) refuse("/area", "no_such_area");
    require_parent(call, content, self);
    require_partners(call, content);
    const auto indicator = require_indicator(call, content);
    if (!indicator) return {};
    require_fitting(*indicator, content);
    return indicator->id;
}

void require_source(http::Call& call, records::RecordId from) {
    if (!from || !records::cards(call.read(), call.viewer(), {from}).empty()) return;
    throw http::Problem(422, "invalid_input").at("/from", "no_such_record");
}

// ---- routes ----

http::List<GoalCard> get_goals(http::Call& call, const http::Query<GoalWish>& wish) {
    auto lines = list_goals(call.read(), call.person(), *wish);
    const auto limit = static_cast<std::size_t>(wish->limit ? wish->limit->value : 30);
    const bool more = lines.size() > limit;
    if (more) lines.resize(limit);
    http::List<GoalCard> reply{show_goal_lines(call.read(), view_of(call), std::move(lines)), {}};
    if (more) reply.next = std::to_string(reply.items.back().id.value);
    return reply;
}

Beginning get_beginning(http::Call& call, const http::Query<BeginningWish>& wish) {
    const auto found = find_readable(call.read(), call.viewer(), wish->indicator);
    if (!found) throw http::Problem(422, "invalid_input").at("/indicator", "no_such_indicator");
    const auto measured = list_figures(call.read(), {.indicator = found->indicator, .area = wish->area, .limit = 1});
    return {found->indicator, measured.empty() ? std::nullopt : std::optional(shown(measured.front(), call.language()))};
}

ShownGoal get_shown_goal(http::Call& call, const ReadableGoal& goal) {
    return show_goal(call.read(), view_of(call), goal.found);
}

http::Created<records::Envelope> make_goal(http::Call& call, const GoalForm& form) {
    records::require_contributor(call.read(), call.viewer(), form.owner);
    const auto from = form.from.value_or(records::RecordId{});
    require_source(call, from);
    const NewGoal goal{.content = form.content,
                       .indicator = require_known(call, form.content, {}),
                       .owner = form.owner,
                       .from = from,
                       .language = call.language()};
    return {call.write([&](db::Tx& tx) { return insert_goal(tx, call.person(), goal); })};
}

records::Envelope put_goal(http::Call& call, const records::Editable<GoalId>& goal, const GoalChange& change) {
    const GoalId parent{change.content.parent.value_or(records::RecordId{}).value};
    const GoalWords words{goal.id, parent, require_known(call, change.content, goal.id), change.content};
    return call.write([&](db::Tx& tx) { return change_goal(tx, call.person(), goal.found.envelope, goal.version, words); });
}

records::Envelope put_decision(http::Call& call, const records::Editable<GoalId>& goal, const DecisionForm& form) {
    const auto was_decided = decided(form, base::bangkok_date(call.now()));
    return call.write([&](db::Tx& tx) { return decide(tx, call.person(), goal.found.envelope, goal.version, was_decided); });
}

http::Page get_goals_page(http::Call& call) {
    return goals_page(show_goal_lines(call.read(), view_of(call), list_goals(call.read(), call.person(), {})), call.language());
}

http::Page get_goal_page(http::Call& call, const ReadableGoal& goal) {
    const auto proposals = proposal_lines(list_in_order(call.read(), call.person(), goal->id), call.language());
    return goal_page(show_goal(call.read(), view_of(call), goal.found), proposals, call.language());
}

}  // namespace

void add_goal_routes(http::Router& router) {
    router.get("/api/goals", get_goals, access::anyone);
    router.post("/api/goals", make_goal, access::may_contribute, http::WriteKind::record);
    router.get("/api/goals/beginning", get_beginning, access::anyone);
    router.get("/api/goals/{goal}", get_shown_goal, access::may_read);
    router.put("/api/goals/{goal}", put_goal, access::may_edit, http::WriteKind::change);
    router.put("/api/goals/{goal}/decision", put_decision, access::may_edit, http::WriteKind::change);
    router.page("/goals", get_goals_page, access::anyone);
    router.page("/goals/{goal}", get_goal_page, access::may_read);
}

}  // namespace goals
