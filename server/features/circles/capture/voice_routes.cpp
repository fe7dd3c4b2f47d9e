#include "circles/capture/voice.hpp"
#include "circles/routes.hpp"
#include "circles/session/said_queries.hpp"
#include "circles/session/session_reply.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"

namespace circles {

static PointForm point_of(const VoiceForm& form) {
    PointForm point;
    point.kind = form.kind;
    point.body = {base::or_empty(form.words)};
    point.speaker = form.speaker;
    point.age_band = form.age_band;
    point.guardian = form.guardian;
    return point;
}

// The recording was sent as any file; from now on it is the point's, and heard by whom the point lets.
static void hold_voice(db::Tx& tx, base::PersonId actor, PointId point, files::FileId file) {
    files::hold(tx, actor, point.value, {{file, {}, {}}});
    if (files::list_held(tx, point.value).front().group != files::Group::sound)
        throw http::Problem(422, "invalid_input").at("/file", "not_a_sound");
}

static http::Created<Point> add_voice(http::Call& call, const records::Writable<SessionId>& session, const VoiceForm& form) {
    return call.write([&](db::Tx& tx) {
        const auto circle = get_circle(tx, {session->within_id.value});
        const auto id = insert_point(tx, call.person(), session.id, point_of(form), first_consent(circle.kind));
        hold_voice(tx, call.person(), id, form.file);
        insert_voice(tx, id, form);
        refresh_text(tx, session.id);
        const auto row = *find_point(tx, session.id, id);
        journal::record(tx, call.person(), "circles.voice_added", {session.id, 0, json::write(shown_to_all(row))});
        auto point = shown_to(row, call.person());
        point.voice = list_voices(tx, session.id).at(id);
        return http::Created<Point>{point};
    });
}

void add_voice_routes(http::Router& router) {
    router.post("/api/sessions/{session}/voices", add_voice, access::may_edit, http::WriteKind::change);
}

}  // namespace circles
