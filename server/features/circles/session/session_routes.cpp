#include "circles/rhythm/plan_session.hpp"
#include "circles/routes.hpp"
#include "circles/session/session_card.hpp"
#include "circles/session/session_reply.hpp"
#include "circles/session_steps.hpp"
#include "circles/use/use_queries.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"

namespace circles {

using records::record_id;

static http::Created<records::Envelope> plan_session(http::Call& call, const records::Writable<CircleId>& circle, const SessionForm& form) {
    return call.write(
        [&](db::Tx& tx) { return http::Created<records::Envelope>{add_session(tx, call.person(), circle.found.envelope, form)}; });
}

static SessionReply show_session(http::Call& call, const records::Readable<SessionId>& session) {
    return session_reply(call.read(), call.viewer(), session.found, base::bangkok_date(call.now()));
}

// What an editor from outside does not see, they cannot have meant to change.
static SessionForm with_unseen(db::Session& db, const records::Editable<SessionId>& session, SessionForm form) {
    if (sight(session.found) == Sight::outsider) form.process = process_notes(get_session(db, session.id));
    return form;
}

static records::Envelope change_session(http::Call& call, const records::Editable<SessionId>& session, const SessionForm& sent) {
    return call.write([&](db::Tx& tx) {
        const auto form = with_unseen(tx, session, sent);
        const auto record = records::revise(tx, call.person(), record_id(session.id), session.version, describe(form, session->area_id));
        update_session(tx, session.id, form);
        renumber(tx, {session->within_id.value});
        refresh_text(tx, session.id);
        journal::record(tx, call.person(), "circles.session_edited", {record.id, record.version, json::write(form)});
        return record;
    });
}

// What a session goes through, with why and, for a postponed one, its new day.
struct Turn {
    std::optional<base::Text<0, 1000>> reason;
    std::optional<base::Date> to;
    std::optional<base::TimeOfDay> starts;
};
BOOST_DESCRIBE_STRUCT(Turn, (), (reason, to, starts))

struct Turned {
    SessionState state{};
    std::string reason;
    std::optional<records::Envelope> moved_to;  // the session that stands for a postponed one
    std::int64_t version{};
};
BOOST_DESCRIBE_STRUCT(Turned, (), (state, reason, moved_to, version))

static Turned turn(db::Tx& tx, base::PersonId actor, const records::Envelope& session, SessionState to, const std::string& reason) {
    const SessionId id{session.id.value};
    const auto stands = records::find(tx, session.id)->version;
    const auto record = records::touch(tx, actor, session.id, stands);
    set_state(tx, id, to, reason);
    renumber(tx, {session.within_id.value});
    recount(tx, id);
    return {to, reason, {}, record.version};
}

static void note(db::Tx& tx, base::PersonId actor, std::string_view action, const records::Envelope& session, const Turned& turned) {
    journal::record(tx, actor, action, {session.id, turned.version, json::write(turned)});
}

static Turned hold(db::Tx& tx, base::PersonId actor, const records::Envelope& session) {
    const SessionId id{session.id.value};
    keep_turn(tx, session);
    const auto turned = turn(tx, actor, session, SessionState::held, "");
    session_held(tx, actor, id);
    note(tx, actor, "circles.session_held", session, turned);
    return turned;
}

void hold_now(db::Tx& tx, base::PersonId actor, const records::Envelope& session) {
    if (get_session(tx, {session.id.value}).state != SessionState::held) hold(tx, actor, session);
}

static Turned hold_session(http::Call& call, const records::Writable<SessionId>& session) {
    return call.write([&](db::Tx& tx) {
        const auto row = get_session(tx, session.id);
        if (row.state == SessionState::held) return Turned{row.state, "", {}, session->version};
        if (row.date > base::bangkok_date(call.now())) throw http::Problem(409, "session_not_yet");
        return hold(tx, call.person(), session.found.envelope);
    });
}

static const std::string& required_reason(const Turn& form) {
    if (!form.reason || form.reason->value.empty()) throw http::Problem(422, "invalid_input").at("/reason", "required");
    return form.reason->value;
}

static Turned cancel_session(http::Call& call, const records::Writable<SessionId>& session, const Turn& form) {
    const auto& reason = required_reason(form);
    return call.write([&](db::Tx& tx) {
        const auto turned = turn(tx, call.person(), session.found.envelope, SessionState::cancelled, reason);
        session_called_off(tx, session.id);
        note(tx, call.person(), "circles.session_cancelled", session.found.envelope, turned);
        return turned;
    });
}

// What a postponed session takes with it to its new day: the plan, not what has been said.
static SessionForm plan_of(db::Session& db, const records::Envelope& record, const SessionRow& row, const Turn& form) {
    SessionForm plan;
    plan.title = {record.title};
    plan.date = *form.to;
    plan.starts = form.starts ? form.starts : row.starts;
    if (!form.starts || !row.ends || *form.starts < *row.ends) plan.ends = row.ends;
    plan.place = {row.place};
    plan.place_kind = row.place_kind;
    plan.area = record.area_id;
    plan.key_question = {row.key_question};
    plan.planned_result = {row.planned_result};
    plan.agenda = list_agenda(db, {record.id.value});
    return plan;
}

// The methods are part of the plan, and so is what was written into them beforehand.
static void take_methods_along(db::Tx& tx, SessionId from, SessionId to) {
    move_uses(tx, from, to);
    refresh_text(tx, from);
    refresh_text(tx, to);
}

static Turned postpone_session(http::Call& call, const records::Writable<SessionId>& session, const Turn& form) {
    const auto& reason = required_reason(form);
    const auto& record = session.found.envelope;
    return call.write([&](db::Tx& tx) {
        auto turned = turn(tx, call.person(), record, SessionState::postponed, reason);
        if (form.to) {
            const auto circle = *records::find(tx, record.within_id);
            turned.moved_to = add_session(tx, call.person(), circle, plan_of(tx, record, get_session(tx, session.id), form));
            set_moved_to(tx, session.id, {turned.moved_to->id.value});
            session_moved(tx, session.id, {turned.moved_to->id.value});
            take_methods_along(tx, session.id, {turned.moved_to->id.value});
        } else {
            session_called_off(tx, session.id);
        }
        note(tx, call.person(), "circles.session_postponed", record, turned);
        return turned;
    });
}

// Held, cancelled or postponed by mistake: it is a plan again.
static Turned reopen_session(http::Call& call, const records::Writable<SessionId>& session) {
    return call.write([&](db::Tx& tx) {
        if (get_session(tx, session.id).moved_to) throw http::Problem(409, "session_moved");
        const auto turned = turn(tx, call.person(), session.found.envelope, SessionState::planned, "");
        release_turn(tx, session.id);
        session_reopened(tx, session.id);
        note(tx, call.person(), "circles.session_reopened", session.found.envelope, turned);
        return turned;
    });
}

static std::vector<SessionCard> find_sessions(http::Call& call, const http::Query<SessionsWanted>& wanted) {
    if (wanted->from && !wanted->to) return list_oldest_first(call.read(), call.viewer(), *wanted);
    const auto list = wanted->order == SessionOrder::oldest ? list_oldest_first : list_newest_first;
    return list(call.read(), call.viewer(), *wanted);
}

void add_session_routes(http::Router& router) {
    router.get("/api/sessions", find_sessions, access::anyone);
    router.post("/api/circles/{circle}/sessions", plan_session, access::may_edit, http::WriteKind::record);
    router.get("/api/sessions/{session}", show_session, access::may_read);
    router.put("/api/sessions/{session}", change_session, access::may_edit, http::WriteKind::change);
    router.post("/api/sessions/{session}/hold", hold_session, access::may_edit, http::WriteKind::change);
    router.post("/api/sessions/{session}/postpone", postpone_session, access::may_edit, http::WriteKind::change);
    router.post("/api/sessions/{session}/cancel", cancel_session, access::may_edit, http::WriteKind::change);
    router.post("/api/sessions/{session}/reopen", reopen_session, access::may_edit, http::WriteKind::change);
}

}  // namespace circles
