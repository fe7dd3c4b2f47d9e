#include "circles/feedback/feedback.hpp"
#include "circles/routes.hpp"
#include "circles/session/session_queries.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"

namespace circles {

namespace {

using ReadableSession = records::Readable<SessionId>;

FeedbackReply replied(db::Session& db, http::Call& call, const records::Found& session) {
    return feedback_reply(db, call.viewer(), session, base::bangkok_date(call.now()));
}

FeedbackReply show_feedback(http::Call& call, const ReadableSession& session) {
    return replied(call.read(), call, session.found);
}

void require_held(db::Session& db, SessionId session) {
    if (get_session(db, session).state != SessionState::held) throw http::Problem(409, "not_held_yet");
}

// The journal says that somebody said something; who said what is kept nowhere else than beside the session.
void note(db::Tx& tx, http::Call& call, std::string_view action, SessionId session) {
    journal::record(tx, call.person(), action, {session, 0});
}

FeedbackReply give_feedback(http::Call& call, const ReadableSession& session, const FeedbackForm& form) {
    return call.write([&](db::Tx& tx) {
        require_held(tx, session.id);
        put_feedback(tx, call.person(), session.id, form);
        note(tx, call, "circles.feedback_given", session.id);
        return replied(tx, call, session.found);
    });
}

// From paper, for those without a phone.
FeedbackReply enter_feedback(http::Call& call, const records::Writable<SessionId>& session, const FeedbackForm& form) {
    return call.write([&](db::Tx& tx) {
        require_held(tx, session.id);
        put_feedback(tx, {}, session.id, form);
        note(tx, call, "circles.feedback_entered", session.id);
        return replied(tx, call, session.found);
    });
}

// One's own, or what an editor writes down for somebody.
PledgeRow pledge_of(http::Call& call, const ReadableSession& session, const PledgeForm& form) {
    PledgeRow pledge{};
    pledge.body = form.body.value;
    const bool for_another = form.name || (form.person && *form.person != call.person());
    if (for_another && sight(session.found) != Sight::editor) throw http::Problem(403, "not_allowed");
    pledge.person_id = form.person ? *form.person : for_another ? base::PersonId{} : call.person();
    if (pledge.person_id) {
        const auto known = records::cards(call.read(), call.viewer(), {records::record_id(pledge.person_id)});
        if (known.empty() || known.front().kind != "person") throw http::Problem(422, "invalid_input").at("/person", "unknown_person");
        pledge.name = known.front().title;
    } else {
        pledge.name = base::or_empty(form.name);
    }
    return pledge;
}

FeedbackReply pledge(http::Call& call, const ReadableSession& session, const PledgeForm& form) {
    const auto row = pledge_of(call, session, form);
    return call.write([&](db::Tx& tx) {
        require_held(tx, session.id);
        insert_pledge(tx, call.person(), session.id, row);
        note(tx, call, "circles.pledge_made", session.id);
        return replied(tx, call, session.found);
    });
}

// One's own, or of a session that one edits; there is no other.
PledgeRow own_pledge(db::Session& db, http::Call& call, const ReadableSession& session, PledgeId id) {
    const auto row = find_pledge(db, session.id, id);
    if (!row || !may_answer(*row, sight(session.found), call.person())) throw http::not_found();
    return *row;
}

FeedbackReply tell_used(http::Call& call, const ReadableSession& session, PledgeId id, const UsedForm& form) {
    return call.write([&](db::Tx& tx) {
        put_pledge_answer(tx, own_pledge(tx, call, session, id).id, form);
        note(tx, call, "circles.pledge_answered", session.id);
        return replied(tx, call, session.found);
    });
}

FeedbackReply take_pledge_back(http::Call& call, const ReadableSession& session, PledgeId id) {
    return call.write([&](db::Tx& tx) {
        remove_pledge(tx, own_pledge(tx, call, session, id).id);
        note(tx, call, "circles.pledge_removed", session.id);
        return replied(tx, call, session.found);
    });
}

}  // namespace

void add_feedback_routes(http::Router& router) {
    router.get("/api/sessions/{session}/feedback", show_feedback, access::may_read);
    router.put("/api/sessions/{session}/feedback", give_feedback, access::signed_in, http::WriteKind::proposal);
    router.post("/api/sessions/{session}/feedback", enter_feedback, access::may_edit, http::WriteKind::change);
    router.post("/api/sessions/{session}/pledges", pledge, access::signed_in, http::WriteKind::proposal);
    router.put("/api/sessions/{session}/pledges/{pledge}", tell_used, access::signed_in, http::WriteKind::proposal);
    router.del("/api/sessions/{session}/pledges/{pledge}", take_pledge_back, access::signed_in, http::WriteKind::proposal);
}

}  // namespace circles
