#include <algorithm>

#include "circles/routes.hpp"
#include "circles/session/said_queries.hpp"
#include "circles/session/session_queries.hpp"
#include "circles/topic/topic_queries.hpp"
#include "circles/tree/tree.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"

namespace circles {

using records::record_id;

TreeReply tree_reply(db::Session& db, const http::Viewer& viewer, const records::Found& circle) {
    const CircleId id{circle.envelope.id.value};
    return {.record = circle.envelope,
            .above_id = find_above(db, id),
            .above = list_above(db, viewer, id),
            .below = list_below(db, viewer, id),
            .threads = threads_for(db, viewer, list_threads_of_circle(db, id)),
            .rights = records::rights(circle)};
}

namespace {

struct AboveForm {
    std::optional<CircleId> above;
};
BOOST_DESCRIBE_STRUCT(AboveForm, (), (above))

[[noreturn]] void refuse(std::string_view at, std::string_view code) {
    throw http::Problem(422, "invalid_input").at(at, code);
}

// A circle that the viewer may read.
records::Envelope known_circle(http::Call& call, CircleId id, std::string_view at) {
    const auto found = records::find(call.read(), call.viewer(), record_id(id));
    const bool known = found && found->envelope.kind == CircleTag::kind && found->envelope.state == records::State::published &&
                       records::may_read(records::guard(found->envelope), found->ties);
    if (!known) refuse(at, "unknown_circle");
    return found->envelope;
}

TreeReply show_tree(http::Call& call, const records::Readable<CircleId>& circle) {
    return tree_reply(call.read(), call.viewer(), circle.found);
}

TreeReply name_above(http::Call& call, const records::Editable<CircleId>& circle, const AboveForm& form) {
    if (form.above) known_circle(call, *form.above, "/above");
    return call.write([&](db::Tx& tx) {
        if (form.above && on_the_way_up(tx, *form.above, circle.id)) refuse("/above", "circle_below");
        const auto record = records::touch(tx, call.person(), record_id(circle.id), circle.version);
        set_above(tx, circle.id, form.above);
        journal::record(tx, call.person(), "circles.above_changed", {record.id, record.version, json::write(form)});
        return tree_reply(tx, call.viewer(), *records::find(tx, call.viewer(), record.id));
    });
}

// ---- issues ----

Direction direction_to(db::Session& db, CircleId from, CircleId to) {
    if (find_above(db, from) == to) return Direction::up;
    if (find_above(db, to) == from) return Direction::down;
    refuse("/to", "not_next_in_tree");
}

// Words leave the circle only when their speaker agreed.
void require_let_out(db::Session& db, SessionId session, PointId id) {
    const auto point = find_point(db, session, id);
    if (!point) refuse("/point", "no_such_point");
    if (point->consent == Consent::circle) throw http::Problem(409, "stays_in_the_circle");
}

// There it is a topic like any other; the tags of where it came from mean nothing there.
TopicId pass(db::Tx& tx, base::PersonId actor, const records::Envelope& to, const IssueForm& form, IssueRow issue) {
    issue.to_id = {to.id.value};
    issue.direction = direction_to(tx, issue.from_id, issue.to_id);
    issue.title = form.title.value;
    issue.note = base::or_empty(form.note);
    const auto topic = propose(tx, actor, to, {.title = form.title, .note = form.note, .tags = {}, .proposed_on = {}});
    issue.topic_id = {topic.id.value};
    insert_issue(tx, actor, issue);
    journal::record(tx, actor, "circles.issue_passed", {topic.id, topic.version, json::write(form)});
    return issue.topic_id;
}

std::vector<Thread> show_issues(http::Call& call, const records::Readable<SessionId>& session) {
    return threads_for(call.read(), call.viewer(), list_threads_of_session(call.read(), session.id));
}

std::vector<Thread> pass_issue(http::Call& call, const records::Writable<SessionId>& session, const IssueForm& form) {
    const auto to = known_circle(call, form.to, "/to");
    return call.write([&](db::Tx& tx) {
        if (form.point) require_let_out(tx, session.id, *form.point);
        IssueRow issue{};
        issue.session_id = session.id;
        issue.point_id = form.point;
        issue.from_id = {session->within_id.value};
        pass(tx, call.person(), to, form, std::move(issue));
        return threads_for(tx, call.viewer(), list_threads_of_session(tx, session.id));
    });
}

Thread show_thread(http::Call& call, const records::Readable<TopicId>& topic) {
    if (!find_issue(call.read(), topic.id)) return {};
    return thread_for(call.read(), call.viewer(), first_of_thread(call.read(), topic.id));
}

// A topic that nobody had passed here begins a thread of its own.
Thread pass_topic(http::Call& call, const records::Writable<TopicId>& topic, const IssueForm& form) {
    const auto to = known_circle(call, form.to, "/to");
    if (form.point) refuse("/point", "no_such_point");
    return call.write([&](db::Tx& tx) {
        IssueRow issue{};
        if (find_issue(tx, topic.id)) issue.before_id = topic.id;
        issue.from_id = {topic->within_id.value};
        const auto passed = pass(tx, call.person(), to, form, std::move(issue));
        return thread_for(tx, call.viewer(), first_of_thread(tx, passed));
    });
}

Thread answer_issue(http::Call& call, const records::Writable<TopicId>& topic, const IssueAnswer& form) {
    return call.write([&](db::Tx& tx) {
        const auto issue = find_issue(tx, topic.id);
        if (!issue) throw http::not_found();
        set_issue_answer(tx, *issue, form);
        journal::record(tx, call.person(), "circles.issue_answered", {topic->id, 0, json::write(form)});
        // Answered, it waits for nobody: what stands on no session is done.
        if (get_topic(tx, call.viewer(), topic.id).state == TopicState::open)
            plan_topic(tx, call.person(), topic.found.envelope, {TopicState::done, {}});
        return thread_for(tx, call.viewer(), first_of_thread(tx, topic.id));
    });
}

}  // namespace

void add_tree_routes(http::Router& router) {
    router.get("/api/circles/{circle}/tree", show_tree, access::may_read);
    router.put("/api/circles/{circle}/above", name_above, access::may_edit, http::WriteKind::change);
    router.get("/api/sessions/{session}/issues", show_issues, access::may_read);
    router.post("/api/sessions/{session}/issues", pass_issue, access::may_edit, http::WriteKind::record);
    router.get("/api/topics/{topic}/issue", show_thread, access::may_read);
    router.post("/api/topics/{topic}/issues", pass_topic, access::may_edit, http::WriteKind::record);
    router.put("/api/topics/{topic}/issue", answer_issue, access::may_edit, http::WriteKind::change);
}

}  // namespace circles
