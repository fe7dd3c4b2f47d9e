#include "circles/topic/topic.hpp"

#include "base/first_words.hpp"
#include "circles/topic/topic_queries.hpp"
#include "http/problem.hpp"
#include "journal/journal.hpp"
#include "knowledge/knowledge.hpp"
#include "trace/trace.hpp"

namespace circles {

using records::record_id;

void check(const TopicForm& form, json::Errors& errors) {
    knowledge::check_tags(form.tags, errors);
}

void check(const TopicPlan& plan, json::Errors& errors) {
    if (plan.state == TopicState::scheduled && !plan.session) errors.add("/session", "required");
}

records::Description describe(const TopicForm& form, const records::Envelope& where) {
    return {.title = form.title.value,
            .summary = base::first_words(base::or_empty(form.note)),
            .area_id = where.area_id,
            .language = where.language,
            .happened_on = form.proposed_on};
}

std::string searchable(const TopicForm& form) {
    auto text = base::or_empty(form.note);
    for (const auto& tag : knowledge::tidy_tags(form.tags)) text.append("\n").append(tag);
    return text;
}

static void require_past(const TopicForm& form, base::Instant now) {
    if (form.proposed_on && *form.proposed_on > base::bangkok_date(now))
        throw http::Problem(422, "invalid_input").at("/proposed_on", "in_the_future");
}

static void write_beside(db::Tx& tx, TopicId id, const TopicForm& form) {
    replace_tags(tx, id, knowledge::tidy_tags(form.tags));
    records::set_text(tx, record_id(id), searchable(form));
}

records::Envelope propose(db::Tx& tx, base::PersonId actor, const records::Envelope& circle, const TopicForm& form) {
    require_past(form, tx.now());
    const auto record = records::insert(tx, actor,
                                        {.kind = std::string(TopicTag::kind),
                                         .collection = "topics",
                                         .owner_id = circle.owner_id,
                                         .within_id = circle.id,
                                         .state = records::State::published,
                                         .description = describe(form, circle),
                                         .audience = records::audience_inside(tx, circle.id)});
    records::require_published_outer(tx, record);
    const TopicId id{record.id.value};
    insert_topic(tx, id, {circle.id.value}, base::or_empty(form.note));
    write_beside(tx, id, form);
    insert_support(tx, id, actor);
    journal::record(tx, actor, "circles.topic_proposed", {record.id, record.version, json::write(form)});
    return record;
}

records::Envelope reword(db::Tx& tx, base::PersonId actor, const records::Envelope& topic, std::int64_t version, const TopicForm& form) {
    require_past(form, tx.now());
    const auto record = records::revise(tx, actor, topic.id, version, describe(form, topic));
    const TopicId id{topic.id.value};
    set_note(tx, id, base::or_empty(form.note));
    write_beside(tx, id, form);
    journal::record(tx, actor, "circles.topic_edited", {record.id, record.version, json::write(form)});
    return record;
}

// ---- sessions ----

static bool can_stand_for(TopicState state, SessionState session) {
    return session == (state == TopicState::scheduled ? SessionState::planned : SessionState::held);
}

static std::optional<SessionId> required_session(db::Session& db, CircleId circle, const TopicPlan& plan) {
    const bool wants_one = plan.state == TopicState::scheduled || plan.state == TopicState::done;
    if (!wants_one || !plan.session) return {};
    const auto state = find_state_in_circle(db, circle, *plan.session);
    const auto refuse = [](std::string_view code) { throw http::Problem(422, "invalid_input").at("/session", code); };
    if (!state) refuse("no_such_session");
    if (!can_stand_for(plan.state, *state)) refuse(plan.state == TopicState::scheduled ? "session_not_planned" : "session_not_held");
    return plan.session;
}

static trace::NewLink way(TopicId topic, SessionId session) {
    return {.flow = trace::Flow::led_to, .up = {record_id(topic)}, .down = {record_id(session)}};
}

void plan_topic(db::Tx& tx, base::PersonId actor, const records::Envelope& topic, const TopicPlan& plan) {
    const TopicId id{topic.id.value};
    const auto session = required_session(tx, {topic.within_id.value}, plan);
    leave_planned_sessions(tx, id);
    if (session) take_up(tx, id, *session);
    set_plan(tx, id, plan.state, session);
    if (session && plan.state == TopicState::done) trace::link(tx, actor, way(id, *session));
    journal::record(tx, actor, "circles.topic_planned", {topic.id, 0, json::write(plan)});
}

void session_held(db::Tx& tx, base::PersonId actor, SessionId session) {
    move_topics(tx, session, TopicState::done);
    for (const auto topic : list_topics_on(tx, session)) trace::link(tx, actor, way(topic, session));
}

void session_called_off(db::Tx& tx, SessionId session) {
    move_topics(tx, session, TopicState::open);
}

void session_reopened(db::Tx& tx, SessionId session) {
    for (const auto topic : list_topics_on(tx, session)) trace::unlink(tx, way(topic, session));
    wait_again(tx, session);
}

void session_moved(db::Tx& tx, SessionId from, SessionId to) {
    for (const auto topic : list_topics_waiting_for(tx, from)) {
        take_up(tx, topic, to);
        set_plan(tx, topic, TopicState::scheduled, to);
    }
}

}  // namespace circles
