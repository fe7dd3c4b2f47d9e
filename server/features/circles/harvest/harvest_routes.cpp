#include <algorithm>

#include "circles/routes.hpp"
#include "circles/session/said_queries.hpp"
#include "circles/topic/topic_queries.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"
#include "knowledge/knowledge.hpp"
#include "trace/trace.hpp"

namespace circles {

static knowledge::Kind kind_of(PointKind kind) {
    switch (kind) {
        case PointKind::story:
            return knowledge::Kind::story;
        case PointKind::question:
            return knowledge::Kind::question;
        case PointKind::point:
        case PointKind::lesson:
            break;
    }
    return knowledge::Kind::note;  // a lesson is six questions: whoever edits the draft makes it one
}

// What was said where everybody may read becomes knowledge for everybody; out of a narrower circle it goes no further than its house.
static records::Visibility audience_of(const records::Envelope& session) {
    return session.visibility == records::Visibility::public_ ? records::Visibility::public_ : records::Visibility::members;
}

static knowledge::Seed seed_of(const records::Envelope& session, const PointRow& point) {
    return {.kind = kind_of(point.kind),
            .title = point.title,
            .body = point.body,
            .credit = point.consent == Consent::named ? point.speaker : "",
            .owner = session.owner_id,
            .visibility = audience_of(session),
            .area = session.area_id,
            .happened_on = session.happened_on,
            .language = session.language};
}

struct HarvestForm {
    std::optional<TopicId> topic;  // of those that the session took up: what this word answers
};
BOOST_DESCRIBE_STRUCT(HarvestForm, (), (topic))

static std::optional<Topic> topic_of(db::Session& db, const http::Viewer& viewer, SessionId session, const HarvestForm& form) {
    if (!form.topic) return {};
    const auto topics = list_topics_of_session(db, viewer, session);
    const auto found = std::ranges::find(topics, *form.topic, &Topic::id);
    if (found == topics.end()) throw http::Problem(422, "invalid_input").at("/topic", "not_on_this_session");
    return *found;
}

// A word worth keeping becomes a draft of its own in one tap, and stays linked to where it was said.
static http::Created<records::Envelope> make_knowledge(http::Call& call, const records::Writable<SessionId>& session, PointId id,
                                                       const HarvestForm& form) {
    return call.write([&](db::Tx& tx) {
        const auto point = find_point(tx, session.id, id);
        if (!point) throw http::not_found();
        if (point->consent == Consent::circle) throw http::Problem(409, "stays_in_the_circle");
        const auto topic = topic_of(tx, call.viewer(), session.id, form);
        auto seed = seed_of(session.found.envelope, *point);
        if (topic) seed.tags = topic->tags;
        const auto item = knowledge::plant(tx, call.person(), seed);
        trace::link(
            tx, call.person(),
            {.flow = trace::Flow::became, .up = {records::record_id(session.id), id.value}, .down = {item.id}, .quote = point->body});
        if (topic)
            trace::link(tx, call.person(), {.flow = trace::Flow::answered_by, .up = {records::record_id(topic->id)}, .down = {item.id}});
        journal::record(tx, call.person(), "circles.point_became_knowledge", {session.id, session->version});
        return http::Created<records::Envelope>{item};
    });
}

void add_harvest_routes(http::Router& router) {
    router.post("/api/sessions/{session}/points/{point}/knowledge", make_knowledge, access::may_edit, http::WriteKind::record);
}

}  // namespace circles
