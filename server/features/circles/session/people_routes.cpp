#include "circles/routes.hpp"
#include "circles/session/session_reply.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"

namespace circles {

using WritableSession = records::Writable<SessionId>;

// Whom a facilitator can point at: persons whose record they may read, and those who stand on a session of this circle that they may
// read. The name comes from there, unless another was typed.
static AttendeeForm named(http::Call& call, CircleId circle, AttendeeForm form) {
    if (!form.person_id) return form;
    const auto cards = records::cards(call.read(), call.viewer(), {records::record_id(*form.person_id)});
    const bool readable = !cards.empty() && cards.front().kind == "person";
    const auto name =
        readable ? std::optional(cards.front().title) : find_name_in_circle(call.read(), call.viewer(), circle, *form.person_id);
    if (!name) throw http::Problem(422, "invalid_input").at("/people", "unknown_person");
    if (base::or_empty(form.name).empty()) form.name = {*name};
    return form;
}

static std::vector<Attendee> add_people(http::Call& call, const WritableSession& session, const PeopleForm& form) {
    std::vector<AttendeeForm> people;
    people.reserve(form.people.size());
    for (const auto& each : form.people) people.push_back(named(call, {session->within_id.value}, each));
    call.write([&](db::Tx& tx) {
        for (const auto& each : people) put_attendee(tx, call.person(), session.id, each);
        recount(tx, session.id);
        journal::record(tx, call.person(), "circles.people_added", {session.id, 0, json::write(form)});
    });
    return people_for(call.read(), session.found);
}

static std::vector<Attendee> take_off(http::Call& call, const WritableSession& session, AttendeeId attendee) {
    call.write([&](db::Tx& tx) {
        remove_attendee(tx, session.id, attendee);
        recount(tx, session.id);
        journal::record(tx, call.person(), "circles.person_taken_off", {session.id, 0});
    });
    return people_for(call.read(), session.found);
}

// With what stood there when the counting began: days may have passed on a phone without a signal, and others have counted too.
struct HeadsForm : Heads {
    std::optional<Heads> was;
};
BOOST_DESCRIBE_STRUCT(HeadsForm, (Heads), (was))

static void require_uncounted(db::Session& db, SessionId session, const HeadsForm& form) {
    const auto stands = json::write(get_heads(db, session));
    const bool same = stands == json::write(static_cast<const Heads&>(form));
    if (form.was && !same && stands != json::write(*form.was)) throw http::Problem(412, "counted_elsewhere");
}

static Heads count_heads(http::Call& call, const WritableSession& session, const HeadsForm& heads) {
    return call.write([&](db::Tx& tx) {
        require_uncounted(tx, session.id, heads);
        set_heads(tx, session.id, heads);
        recount(tx, session.id);
        journal::record(tx, call.person(), "circles.heads_counted", {session.id, 0, json::write(static_cast<const Heads&>(heads))});
        return get_heads(tx, session.id);
    });
}

static Answers answer(http::Call& call, const records::Readable<SessionId>& session, const AnswerForm& form) {
    const auto known = records::cards(call.read(), call.viewer(), {records::record_id(call.person())});
    const auto name = known.empty() ? std::string{} : known.front().title;
    return call.write([&](db::Tx& tx) {
        put_answer(tx, session.id, {call.person(), name, call.person()}, form.answer);
        journal::record(tx, call.person(), "circles.answered", {session.id, 0});
        return count_answers(tx, session.id, call.person());
    });
}

void add_people_routes(http::Router& router) {
    router.post("/api/sessions/{session}/people", add_people, access::may_edit, http::WriteKind::change);
    router.del("/api/sessions/{session}/people/{attendee}", take_off, access::may_edit, http::WriteKind::change);
    router.put("/api/sessions/{session}/heads", count_heads, access::may_edit, http::WriteKind::change);
    router.put("/api/sessions/{session}/answer", answer, access::signed_in, http::WriteKind::proposal);
}

}  // namespace circles
