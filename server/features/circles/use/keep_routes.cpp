#include "circles/circle/circle_queries.hpp"
#include "circles/routes.hpp"
#include "circles/session/agreements.hpp"
#include "circles/session/said_queries.hpp"
#include "circles/session/session_reply.hpp"
#include "circles/use/use_reply.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"
#include "knowledge/knowledge.hpp"
#include "trace/trace.hpp"

// An answer becomes what its method says: a word of the session, an agreement, a draft of knowledge.
namespace circles {

using WritableSession = records::Writable<SessionId>;

namespace {

struct Kept {
    Becomes as{};
    std::string address;  // where it stands now
};
BOOST_DESCRIBE_STRUCT(Kept, (), (as, address))

// An answer in its place.
struct Answered {
    const records::Envelope& session;
    const UseRow& use;
    const MethodField& field;
    const CapturedAnswer& answer;
};

PointKind point_kind(Becomes becomes) {
    if (becomes == Becomes::story) return PointKind::story;
    return becomes == Becomes::lesson ? PointKind::lesson : PointKind::point;
}

std::string as_point(db::Tx& tx, base::PersonId actor, const Answered& it) {
    const SessionId session{it.session.id.value};
    PointForm form;
    form.kind = point_kind(*it.field.becomes);
    form.body = {it.answer.body};
    const auto consent = first_consent(stays_in_circle(tx, session, it.use.content) ? CircleKind::dialogue : it.use.content.kind);
    const auto id = insert_point(tx, actor, session, form, consent);
    journal::record(tx, actor, "circles.point_added", {session, 0, json::write(shown_to_all(*find_point(tx, session, id)))});
    return it.session.address;
}

std::string as_agreement(db::Tx& tx, base::PersonId actor, const Answered& it) {
    if (!get_circle(tx, {it.session.within_id.value}).agreements_wanted) throw http::Problem(409, "agreements_are_off");
    AgreementForm form;
    form.body = {it.answer.body};
    insert_agreement(tx, {it.session.id.value}, form);
    journal::record(tx, actor, "circles.agreement_added", {it.session.id, 0, json::write(form)});
    return it.session.address;
}

std::string as_knowledge(db::Tx& tx, base::PersonId actor, const Answered& it) {
    if (stays_in_circle(tx, {it.session.id.value}, it.use.content)) throw http::Problem(409, "stays_in_the_circle");
    const bool open = it.session.visibility == records::Visibility::public_;
    const auto item = knowledge::plant(tx, actor,
                                       {.kind = it.field.knowledge.value_or(knowledge::Kind::note),
                                        .title = it.use.label,
                                        .body = it.answer.body,
                                        .owner = it.session.owner_id,
                                        .visibility = open ? records::Visibility::public_ : records::Visibility::members,
                                        .area = it.session.area_id,
                                        .happened_on = it.session.happened_on,
                                        .language = it.session.language});
    trace::link(tx, actor, {.flow = trace::Flow::became, .up = {it.session.id}, .down = {item.id}});
    return item.address;
}

std::string keep_as(db::Tx& tx, base::PersonId actor, const Answered& it) {
    switch (*it.field.becomes) {
        case Becomes::agreement:
            return as_agreement(tx, actor, it);
        case Becomes::knowledge:
            return as_knowledge(tx, actor, it);
        case Becomes::point:
        case Becomes::story:
        case Becomes::lesson:
            break;
    }
    return as_point(tx, actor, it);
}

Kept keep(http::Call& call, const WritableSession& session, AnswerId id) {
    return call.write([&](db::Tx& tx) {
        const auto answer = find_answer(tx, session.id, id);
        if (!answer) throw http::not_found();
        const auto use = *find_use(tx, session.id, answer->use_id);
        if (answer->part == AnswerPart::role) throw http::Problem(409, "becomes_nothing");
        const auto& field = use.content.fields.at(static_cast<std::size_t>(answer->place));
        if (!field.becomes || !answer->became.empty()) throw http::Problem(409, "becomes_nothing");
        const Kept kept{*field.becomes, keep_as(tx, call.person(), {session.found.envelope, use, field, *answer})};
        set_became(tx, id, kept.address);
        refresh_text(tx, session.id);
        journal::record(tx, call.person(), "circles.answer_kept", {session.id, 0, json::write(kept)});
        return kept;
    });
}

}  // namespace

void add_keep_routes(http::Router& router) {
    router.post("/api/sessions/{session}/method-answers/{answer}/keep", keep, access::may_edit, http::WriteKind::record);
}

}  // namespace circles
