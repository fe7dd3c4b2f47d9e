#include "goals/goal/goals.hpp"

#include "base/json/json.hpp"
#include "journal/journal.hpp"
#include "trace/trace.hpp"

namespace goals {

static void write_beside(db::Tx& tx, base::PersonId actor, std::string_view action, const records::Envelope& record,
                         const GoalContent& content) {
    refresh_text(tx, {record.id.value});
    journal::record(tx, actor, action, {record.id, record.version, json::write(content)});
}

// A sub-goal is a part of its main goal, in the river as well.
static void link_parent(db::Tx& tx, base::PersonId actor, GoalId id, GoalId parent) {
    if (parent)
        trace::link(tx, actor, {.flow = trace::Flow::part_of, .up = {records::record_id(id)}, .down = {records::record_id(parent)}});
}
static void unlink_parent(db::Tx& tx, GoalId id, GoalId parent) {
    if (parent) trace::unlink(tx, {.flow = trace::Flow::part_of, .up = {records::record_id(id)}, .down = {records::record_id(parent)}});
}

records::Envelope insert_goal(db::Tx& tx, base::PersonId actor, const NewGoal& goal) {
    const auto record = records::insert(tx, actor,
                                        {.kind = std::string(GoalTag::kind),
                                         .collection = "goals",
                                         .owner_id = goal.owner,
                                         .state = records::State::published,
                                         .description = describe(goal.content, goal.language),
                                         .audience = {records::Visibility::public_, {}, {}}});
    const GoalId id{record.id.value};
    const GoalId parent{goal.content.parent.value_or(records::RecordId{}).value};
    insert_goal(tx, {id, parent, goal.indicator, goal.content});
    write_beside(tx, actor, "goals.goal_made", record, goal.content);
    link_parent(tx, actor, id, parent);
    if (goal.from) trace::link(tx, actor, {.flow = trace::Flow::led_to, .up = {goal.from}, .down = {record.id}});
    return record;
}

records::Envelope change_goal(db::Tx& tx, base::PersonId actor, const records::Envelope& before, std::int64_t version,
                              const GoalWords& words) {
    const auto record = records::revise(tx, actor, before.id, version, describe(words.content, before.language));
    const auto stood = get_goal(tx, words.id);
    update_goal(tx, words);
    if (stood.parent_id != words.parent) {
        unlink_parent(tx, words.id, stood.parent_id);
        link_parent(tx, actor, words.id, words.parent);
    }
    write_beside(tx, actor, "goals.goal_changed", record, words.content);
    return record;
}

struct DecisionRevision {
    Decision decision{};
    std::optional<base::Date> on;
    std::string meeting;
};
BOOST_DESCRIBE_STRUCT(DecisionRevision, (), (decision, on, meeting))

records::Envelope decide(db::Tx& tx, base::PersonId actor, const records::Envelope& goal, std::int64_t version, const Decided& decided) {
    const auto record = records::touch(tx, actor, goal.id, version);
    set_decision(tx, {goal.id.value}, decided, actor);
    const DecisionRevision revision{decided.decision, decided.on, decided.meeting};
    journal::record(tx, actor, "goals.goal_decided", {record.id, record.version, json::write(revision)});
    return record;
}

}  // namespace goals
