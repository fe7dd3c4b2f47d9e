#include "circles/routes.hpp"
#include "circles/session/said_queries.hpp"
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

// A word worth keeping becomes a draft of its own in one tap, and stays linked to where it was said.
static http::Created<records::Envelope> make_knowledge(http::Call& call, const records::Writable<SessionId>& session, PointId id) {
    return call.write([&](db::Tx& tx) {
        const auto point = find_point(tx, session.id, id);
        if (!point) throw http::not_found();
        if (point->consent == Consent::circle) throw http::Problem(409, "stays_in_the_circle");
        const auto item = knowledge::plant(tx, call.person(), seed_of(session.found.envelope, *point));
        trace::link(
            tx, call.person(),
            {.flow = trace::Flow::became, .up = {records::record_id(session.id), id.value}, .down = {item.id}, .quote = point->body});
        journal::record(tx, call.person(), "circles.point_became_knowledge", {session.id, session->version});
        return http::Created<records::Envelope>{item};
    });
}

void add_harvest_routes(http::Router& router) {
    router.post("/api/sessions/{session}/points/{point}/knowledge", make_knowledge, access::may_edit);
}

}  // namespace circles
