#include "circles/circle/circle_queries.hpp"
#include "circles/method/catalogue.hpp"
#include "circles/routes.hpp"
#include "circles/session/session_reply.hpp"
#include "circles/use/use_reply.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"

namespace circles {

using ReadableSession = records::Readable<SessionId>;
using WritableSession = records::Writable<SessionId>;

struct UseForm {
    base::Text<1, 40> method;         // key or number
    std::optional<base::Line> label;  // what this use is about, where there are several
    std::optional<base::TimeOfDay> starts;
};
BOOST_DESCRIBE_STRUCT(UseForm, (), (method, label, starts))

struct AnswerChange {
    base::Text<1, 8000> body;
    std::int64_t version{};
};
BOOST_DESCRIBE_STRUCT(AnswerChange, (), (body, version))

static std::vector<Use> get_uses(http::Call& call, const ReadableSession& session) {
    return uses_for(call.read(), call.viewer(), session.found);
}

static UseRow get_use(db::Session& db, SessionId session, UseId id) {
    auto use = find_use(db, session, id);
    if (!use) throw http::not_found();
    return *std::move(use);
}

static CapturedAnswer get_answer(db::Session& db, SessionId session, AnswerId id) {
    auto answer = find_answer(db, session, id);
    if (!answer) throw http::not_found();
    return *std::move(answer);
}

// The plan is somebody's form: whoever has it open is told that it has changed.
static void lay_out(db::Tx& tx, base::PersonId actor, SessionId session, const std::vector<AgendaBlock>& agenda) {
    if (agenda.size() > 60) throw http::Problem(422, "invalid_input").at("/method", "too_many_values", {{"max", 60}});
    const auto id = records::record_id(session);
    records::touch(tx, actor, id, records::find(tx, id)->version);
    replace_agenda(tx, session, agenda);
}

static Method chosen(http::Call& call, const UseForm& form) {
    const auto found = find_method(call.read(), call.viewer(), form.method);
    if (!found) throw http::Problem(422, "invalid_input").at("/method", "no_such_method");
    return content_of(call.read(), *found, call.language());
}

static std::vector<Use> use_method(http::Call& call, const WritableSession& session, const UseForm& form) {
    const auto method = chosen(call, form);
    return call.write([&](db::Tx& tx) {
        const auto row = get_session(tx, session.id);
        insert_use(tx, call.person(), session.id, {form.method.value, form.label ? form.label->value : method.title.value, method});
        lay_out(tx, call.person(), session.id, with_steps(list_agenda(tx, session.id), method, form.starts ? form.starts : row.starts));
        if (row.key_question.empty() && !method.questions.empty()) set_key_question(tx, session.id, method.questions.front());
        refresh_text(tx, session.id);
        journal::record(tx, call.person(), "circles.method_chosen", {session.id, 0, json::write(form)});
        return uses_for(tx, call.viewer(), session.found);
    });
}

static std::vector<Use> drop_method(http::Call& call, const WritableSession& session, UseId id) {
    return call.write([&](db::Tx& tx) {
        const auto use = get_use(tx, session.id, id);
        remove_use(tx, id);
        lay_out(tx, call.person(), session.id, without_steps(list_agenda(tx, session.id), use.content));
        refresh_text(tx, session.id);
        journal::record(tx, call.person(), "circles.method_dropped", {session.id, 0});
        return uses_for(tx, call.viewer(), session.found);
    });
}

// The journal says that something was written; the words themselves may be for the circle alone.
static void note(db::Tx& tx, const http::Call& call, std::string_view action, SessionId session) {
    refresh_text(tx, session);
    journal::record(tx, call.person(), action, {session, 0});
}

static void require_free(db::Session& db, SessionId session, const UseRow& use, const FieldAnswer& form) {
    if (!one_only(use.content, form.part, form.place)) return;
    for (const auto& answer : list_field_answers(db, session)) {
        const bool same = answer.use_id == use.id && answer.part == form.part && answer.place == form.place;
        if (same) records::require_version(answer.version, 0);  // somebody was first: both texts are shown
    }
}

static http::Created<CapturedAnswer> write_answer(http::Call& call, const ReadableSession& session, UseId id, const FieldAnswer& form) {
    return call.write([&](db::Tx& tx) {
        const auto use = get_use(tx, session.id, id);
        const auto when = asked(use.content, form.part, form.place);
        if (!may_write_answer(tx, call.viewer(), session.found, when)) throw http::not_allowed();
        require_fitting(use.content, form);
        require_free(tx, session.id, use, form);
        const auto answer = insert_answer(tx, call.person(), session.id, id, form);
        note(tx, call, "circles.answer_written", session.id);
        return http::Created<CapturedAnswer>{get_answer(tx, session.id, answer)};
    });
}

// What may not be changed looks like what is not there: it may be for the circle alone.
static CapturedAnswer change_answer(http::Call& call, const ReadableSession& session, AnswerId id, const AnswerChange& form) {
    return call.write([&](db::Tx& tx) {
        const auto before = get_answer(tx, session.id, id);
        const auto use = get_use(tx, session.id, before.use_id);
        const auto when = asked(use.content, before.part, before.place);
        if (!may_write_answer(tx, call.viewer(), session.found, when)) throw http::not_found();
        require_fitting(use.content, {before.part, {before.place}, form.body});
        update_answer(tx, before, form.version, form.body.value);
        note(tx, call, "circles.answer_edited", session.id);
        return get_answer(tx, session.id, id);
    });
}

static http::NoContent take_answer_off(http::Call& call, const WritableSession& session, AnswerId id) {
    call.write([&](db::Tx& tx) {
        get_answer(tx, session.id, id);
        remove_answer(tx, id);
        note(tx, call, "circles.answer_removed", session.id);
    });
    return {};
}

struct FollowedWanted {
    std::optional<base::PersonId> host;
    std::optional<CircleId> circle;
};
BOOST_DESCRIBE_STRUCT(FollowedWanted, (), (host, circle))

static std::vector<Followed> get_followed(http::Call& call, const http::Query<FollowedWanted>& wanted) {
    auto& db = call.read();
    if (wanted->host) return followed(db, list_followed_of_host(db, call.viewer(), *wanted->host));
    return followed(db, list_followed_of_circle(db, call.viewer(), wanted->circle.value_or(CircleId{})));
}

void add_use_routes(http::Router& router) {
    router.get("/api/follow-ups", get_followed, access::anyone);
    router.get("/api/sessions/{session}/methods", get_uses, access::may_read);
    router.post("/api/sessions/{session}/methods", use_method, access::may_edit, http::WriteKind::change);
    router.del("/api/sessions/{session}/methods/{use}", drop_method, access::may_edit, http::WriteKind::change);
    router.post("/api/sessions/{session}/methods/{use}/answers", write_answer, access::signed_in, http::WriteKind::change);
    router.put("/api/sessions/{session}/method-answers/{answer}", change_answer, access::signed_in, http::WriteKind::change);
    router.del("/api/sessions/{session}/method-answers/{answer}", take_answer_off, access::may_edit, http::WriteKind::change);
}

}  // namespace circles
