#include <algorithm>

#include "areas/areas.hpp"
#include "circles/capture/capture.hpp"
#include "circles/rhythm/plan_session.hpp"
#include "circles/routes.hpp"
#include "circles/session/said_queries.hpp"
#include "circles/session/session_reply.hpp"
#include "circles/session_steps.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"

namespace circles {

using Circle = records::Writable<CircleId>;

static std::optional<base::AreaId> area_of(db::Session& db, const CaptureForm& form) {
    if (form.area || !form.position) return form.area;
    const auto nearest = areas::list_nearest(db, {form.position->latitude, form.position->longitude}, 1);
    return nearest.empty() ? std::nullopt : std::optional(nearest.front().id);
}

static records::Envelope plan_captured(db::Tx& tx, base::PersonId actor, const records::Envelope& circle, const CaptureForm& form) {
    SessionForm plan;
    plan.title = form.title;
    plan.date = form.date;
    plan.place = form.place;
    plan.area = area_of(tx, form);
    const auto record = add_session(tx, actor, circle, plan);
    if (form.heads) set_heads(tx, {record.id.value}, *form.heads);
    return record;
}

// The session stands as somebody else has left it; what it does not say yet comes in, and what it says otherwise is kept beside it.
static void add_to(db::Tx& tx, base::PersonId actor, const records::Envelope& session, const CaptureForm& form) {
    const SessionId id{session.id.value};
    const auto place = get_session(tx, id).place;
    const auto heads = get_heads(tx, id);
    for (const auto part : differing(form, session.title, place, heads))
        insert_difference(tx, actor, id, part,
                          part == CapturedPart::heads   ? json::write(*form.heads)
                          : part == CapturedPart::place ? base::or_empty(form.place)
                                                        : form.title.value);
    if (place.empty() && form.place) set_place(tx, id, form.place->value);
    if (form.heads && !people_in(heads, 0)) set_heads(tx, id, *form.heads);
}

static void add_lines(db::Tx& tx, base::PersonId actor, SessionId session, CircleKind kind, const CaptureForm& form) {
    for (const auto& line : form.lines) {
        PointForm point;
        point.body = {line.value};
        insert_point(tx, actor, session, point, first_consent(kind));
    }
}

static records::Envelope keep(db::Tx& tx, base::PersonId actor, const records::Envelope& circle, const CaptureForm& form) {
    const auto there = find_session_on(tx, {circle.id.value}, form.date, actor);
    const auto session = there ? *records::find(tx, records::record_id(*there)) : plan_captured(tx, actor, circle, form);
    const SessionId id{session.id.value};
    if (there) add_to(tx, actor, session, form);
    add_lines(tx, actor, id, get_circle(tx, {circle.id.value}).kind, form);
    recount(tx, id);
    hold_now(tx, actor, session);
    refresh_text(tx, id);
    journal::record(tx, actor, "circles.session_captured", {session.id, 0, json::write(form)});
    return session;
}

// By this key a capture is known as long as its session lives, longer than the keys of other writes: a phone may come back after months.
static std::string key_of(const http::Call& call) {
    const auto key = call.header("Idempotency-Key");
    if (key.size() < 16 || key.size() > 100) throw http::Problem(422, "bad_key");
    return std::string(key);
}

static records::Envelope keep_once(db::Tx& tx, const http::Call& call, const records::Envelope& circle, const CaptureForm& form) {
    const auto key = key_of(call);
    if (const auto before = find_captured(tx, call.person(), key)) return *records::find(tx, records::record_id(*before));
    const auto session = keep(tx, call.person(), circle, form);
    insert_capture(tx, call.person(), key, {session.id.value}, form);
    return session;
}

static http::Created<Captured> capture(http::Call& call, const Circle& circle, const CaptureForm& form) {
    if (form.date > base::bangkok_date(call.now())) throw http::Problem(409, "session_not_yet");
    return call.write_unkept([&](db::Tx& tx) {
        const auto session = keep_once(tx, call, circle.found.envelope, form);
        return http::Created<Captured>{
            {session.number, session.address, session.title, list_differences(tx, call.viewer(), {session.id.value})}};
    });
}

static std::vector<OwnCircle> own_circles(http::Call& call) {
    return list_own_circles(call.read(), call.viewer(), base::bangkok_date(call.now()));
}

static std::vector<Difference> settle(http::Call& call, const records::Writable<SessionId>& session, DifferenceId id) {
    return call.write([&](db::Tx& tx) {
        delete_difference(tx, session.id, id);
        journal::record(tx, call.person(), "circles.difference_settled", {session.id, 0});
        return list_differences(tx, call.viewer(), session.id);
    });
}

void add_capture_routes(http::Router& router) {
    router.get("/api/circles/mine", own_circles, access::signed_in);
    router.post("/api/circles/{circle}/captures", capture, access::may_edit, http::WriteKind::record);
    router.del("/api/sessions/{session}/differences/{difference}", settle, access::may_edit, http::WriteKind::change);
}

}  // namespace circles
