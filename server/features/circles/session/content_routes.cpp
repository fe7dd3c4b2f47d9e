#include "circles/agreements/owner.hpp"
#include "circles/consent/inside.hpp"
#include "circles/room/room_queries.hpp"
#include "circles/routes.hpp"
#include "circles/session/said_queries.hpp"
#include "circles/session/session_reply.hpp"
#include "files/files.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"
#include "trace/trace.hpp"

namespace circles {

using WritableSession = records::Writable<SessionId>;

static PointRow get_point(db::Session& db, SessionId session, PointId id) {
    auto point = find_point(db, session, id);
    if (!point) throw http::not_found();
    return *std::move(point);
}

// The journal keeps of what was said only what anybody may know: no name before its speaker agrees.
static void note(db::Tx& tx, const http::Call& call, std::string_view action, SessionId session, const PointRow& point) {
    refresh_text(tx, session);
    stir(tx, session);
    journal::record(tx, call.person(), action, {session, 0, json::write(shown_to_all(point))});
}

static http::Created<Point> add_point(http::Call& call, const WritableSession& session, const PointForm& form) {
    return call.write([&](db::Tx& tx) {
        const auto circle = get_circle(tx, {session->within_id.value});
        const auto id = insert_point(tx, call.person(), session.id, form, first_consent(circle.kind));
        const auto point = get_point(tx, session.id, id);
        note(tx, call, "circles.point_added", session.id, point);
        return http::Created<Point>{shown_to(point, call.person())};
    });
}

// What rivers quote of a word follows the word: gone where it stays in the circle.
static void requote(db::Tx& tx, SessionId session, const PointRow& point) {
    trace::set_quote(tx, {records::record_id(session), point.id.value}, point.consent == Consent::circle ? "" : point.body);
}

static Point change_point(http::Call& call, const WritableSession& session, PointId id, const PointForm& form) {
    return call.write([&](db::Tx& tx) {
        get_point(tx, session.id, id);
        update_point(tx, session.id, id, form);
        const auto point = get_point(tx, session.id, id);
        requote(tx, session.id, point);
        note(tx, call, "circles.point_edited", session.id, point);
        return shown_to(point, call.person());
    });
}

static Point agree(http::Call& call, const records::Readable<SessionId>& session, PointId id, const ConsentForm& form) {
    const auto before = get_point(call.read(), session.id, id);
    const auto seen = sight(session.found);
    if (!may_see(before, seen, call.person())) throw http::not_found();
    const bool narrower = form.consent < before.consent && seen == Sight::editor;
    if (!narrower && !may_agree(before, call.person())) throw http::not_allowed();
    return call.write([&](db::Tx& tx) {
        set_consent(tx, session.id, id, form);
        const auto point = get_point(tx, session.id, id);
        requote(tx, session.id, point);
        note(tx, call, "circles.consent_given", session.id, point);
        return shown_to(point, call.person());
    });
}

static Point move_point(http::Call& call, const WritableSession& session, PointId id, Removal removal) {
    return call.write([&](db::Tx& tx) {
        get_point(tx, session.id, id);
        set_removal(tx, session.id, id, removal);
        const auto point = get_point(tx, session.id, id);
        note(tx, call, removal == Removal::removed ? "circles.point_removed" : "circles.point_restored", session.id, point);
        return shown_to(point, call.person());
    });
}

static Point remove_point(http::Call& call, const WritableSession& session, PointId id) {
    return move_point(call, session, id, Removal::removed);
}

static Point restore_point(http::Call& call, const WritableSession& session, PointId id) {
    return move_point(call, session, id, Removal::kept);
}

static std::vector<Point> get_points(http::Call& call, const records::Readable<SessionId>& session) {
    return points_for(call.read(), call.viewer(), session.found);
}

static void require_agreements(db::Session& db, const WritableSession& session) {
    if (!get_circle(db, {session->within_id.value}).agreements_wanted) throw http::Problem(409, "agreements_are_off");
}

static http::Created<Agreement> add_agreement(http::Call& call, const WritableSession& session, const AgreementForm& form) {
    require_agreements(call.read(), session);
    const auto owned = with_owner(call.read(), call.viewer(), {session->within_id.value}, form);
    return call.write([&](db::Tx& tx) {
        insert_agreement(tx, session.id, owned);
        refresh_text(tx, session.id);
        stir(tx, session.id);  // who writes notes in its room sees it at once
        journal::record(tx, call.person(), "circles.agreement_added", {session.id, 0, json::write(owned)});
        return http::Created<Agreement>{list_agreements(tx, session.id).back()};
    });
}

static std::vector<Agreement> change_agreement(http::Call& call, const WritableSession& session, AgreementId id,
                                               const AgreementForm& form) {
    const auto stands = get_agreement(call.read(), session.id, id);
    const auto owned = with_owner(call.read(), call.viewer(), {session->within_id.value}, form, stands);
    return call.write([&](db::Tx& tx) {
        update_agreement(tx, session.id, id, owned);
        refresh_text(tx, session.id);
        stir(tx, session.id);  // who writes notes in its room sees it at once
        journal::record(tx, call.person(), "circles.agreement_edited", {session.id, 0, json::write(owned)});
        return list_agreements(tx, session.id);
    });
}

static std::vector<Agreement> remove_agreement(http::Call& call, const WritableSession& session, AgreementId id) {
    return call.write([&](db::Tx& tx) {
        delete_agreement(tx, session.id, id);
        refresh_text(tx, session.id);
        stir(tx, session.id);  // who writes notes in its room sees it at once
        journal::record(tx, call.person(), "circles.agreement_removed", {session.id, 0});
        return list_agreements(tx, session.id);
    });
}

static std::vector<files::File> bring_photo(http::Call& call, const WritableSession& session, const PhotoForm& photo) {
    return call.write([&](db::Tx& tx) {
        add_photo(tx, call.person(), session.id, photo);
        journal::record(tx, call.person(), "circles.photo_added", {session.id, 0, noted(photo)});
        return files::list_held(tx, session.id.value);
    });
}

static std::vector<files::File> take_photo_away(http::Call& call, const WritableSession& session, files::FileId photo) {
    return call.write([&](db::Tx& tx) {
        remove_photo(tx, call.person(), session.id, photo);
        journal::record(tx, call.person(), "circles.photo_removed", {session.id, 0});
        return files::list_held(tx, session.id.value);
    });
}

void add_content_routes(http::Router& router) {
    router.get("/api/sessions/{session}/points", get_points, access::may_read);
    router.post("/api/sessions/{session}/points", add_point, access::may_edit, http::WriteKind::change);
    router.put("/api/sessions/{session}/points/{point}", change_point, access::may_edit, http::WriteKind::change);
    router.put("/api/sessions/{session}/points/{point}/consent", agree, access::signed_in, http::WriteKind::proposal);
    router.del("/api/sessions/{session}/points/{point}", remove_point, access::may_edit, http::WriteKind::change);
    router.post("/api/sessions/{session}/points/{point}/restore", restore_point, access::may_edit, http::WriteKind::change);
    router.post("/api/sessions/{session}/photos", bring_photo, access::may_edit, http::WriteKind::change);
    router.del("/api/sessions/{session}/photos/{photo}", take_photo_away, access::may_edit, http::WriteKind::change);
    router.post("/api/sessions/{session}/agreements", add_agreement, access::may_edit, http::WriteKind::change);
    router.put("/api/sessions/{session}/agreements/{agreement}", change_agreement, access::may_edit, http::WriteKind::change);
    router.del("/api/sessions/{session}/agreements/{agreement}", remove_agreement, access::may_edit, http::WriteKind::change);
}

}  // namespace circles
