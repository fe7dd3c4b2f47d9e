#include <algorithm>

#include "auth/auth.hpp"
#include "auth/by_mail/digest_readers.hpp"
#include "circles/invite/invitation_mail.hpp"
#include "circles/session/session_queries.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"
#include "mail/words/address.hpp"

// What who edits a session does with its invitations.
namespace circles {

using WritableSession = records::Writable<SessionId>;

static constexpr std::size_t most_at_once = 50;
static constexpr std::int64_t most_a_day = 200;  // by one sender
static constexpr std::int64_t day_ms = std::int64_t{24} * 60 * 60 * 1000;

struct InvitationsReply {
    bool sends{};  // this installation sends mail
    std::vector<Invitation> invitations;
    std::vector<Invitee> outcomes;  // of who was invited just now
};
BOOST_DESCRIBE_STRUCT(InvitationsReply, (), (sends, invitations, outcomes))

void check(const InviteeForm& form, json::Errors& errors) {
    if (form.person_id) return;
    const auto address = mail::fold_address(base::or_empty(form.address));
    if (address.empty()) return errors.add("/address", "required");
    if (const auto fault = mail::address_fault(address)) errors.add("/address", *fault);
}

void check(const InvitationsForm& form, json::Errors& errors) {
    if (form.people.empty()) errors.add("/people", "required");
    if (form.people.size() > most_at_once) errors.add("/people", "too_many_values", {{"max", most_at_once}});
}

namespace {

// One who is to be invited, as far as they can be.
struct Wanted {
    NewInvitation invitation;
    std::optional<mail::DigestReader> reader{};
    bool may_read = true;
};

mail::Postbox& postbox_of(http::Call& call) {
    return call.services().equipment.get<mail::Postbox>();
}

bool reads(db::Session& db, base::PersonId person, records::RecordId session) {
    const auto found = records::find(db, http::Viewer{.person = person}, session);
    return found && records::may_read(records::guard(found->envelope), found->ties);
}

Wanted of_person(http::Call& call, SessionId session, base::PersonId person, const std::string& name) {
    return {{session, person, "", name},
            auth::find_reader(call.read(), call.services().equipment.get<auth::Auth>(), person),
            reads(call.read(), person, records::record_id(session))};
}

// Nobody knows in which language an address reads: in that of who writes to it.
Wanted of_address(http::Call& call, SessionId session, const std::string& address, const std::string& name) {
    return {{session, {}, address, name}, mail::DigestReader{{}, {address, name}, call.language()}};
}

// Whom an editor can point at: those who can be found by name, and who stood on a session of this circle.
std::string name_of_person(http::Call& call, const WritableSession& session, base::PersonId person) {
    const auto cards = records::cards(call.read(), call.viewer(), {records::record_id(person)});
    if (!cards.empty() && cards.front().kind == "person") return cards.front().title;
    const auto name = find_name_in_circle(call.read(), call.viewer(), {session->within_id.value}, person);
    if (!name) throw http::Problem(422, "invalid_input").at("/people", "unknown_person");
    return *name;
}

Wanted wanted_of(http::Call& call, const WritableSession& session, const InviteeForm& form) {
    if (form.person_id) return of_person(call, session.id, *form.person_id, name_of_person(call, session, *form.person_id));
    const auto address = mail::fold_address(base::or_empty(form.address));
    const auto name = base::or_empty(form.name);
    return of_address(call, session.id, address, name.empty() ? address.substr(0, address.find('@')) : name);
}

InvitationsReply reply_of(http::Call& call, db::Session& db, SessionId session, std::vector<Invitee> outcomes = {}) {
    return {postbox_of(call).settings.sends(), list_invitations(db, session), std::move(outcomes)};
}

InvitationsReply get_invitations(http::Call& call, const WritableSession& session) {
    return reply_of(call, call.read(), session.id);
}

void require_open(http::Call& call, SessionId session, std::size_t more) {
    const auto row = get_session(call.read(), session);
    if (row.state != SessionState::planned || row.date < base::bangkok_date(call.now())) throw http::Problem(409, "session_is_over");
    if (!postbox_of(call).settings.sends()) throw http::Problem(409, "mail_sends_nothing");
    const auto sent = count_mails_of(call.read(), call.person(), {call.now().ms - day_ms});
    if (sent + static_cast<std::int64_t>(more) > most_a_day) throw http::Problem(429, "many_invitations", {{"max", most_a_day}});
}

InviteOutcome outcome_of(mail::Queued queued) {
    if (queued == mail::Queued::unreachable) return InviteOutcome::returned_mail;
    return queued == mail::Queued::yes ? InviteOutcome::sent : InviteOutcome::many_mails;
}

// What stands in the way of writing to them.
std::optional<InviteOutcome> hindrance(db::Session& db, const Wanted& wanted) {
    if (!wanted.may_read) return InviteOutcome::may_not_read;
    if (!wanted.reader) return InviteOutcome::no_address;
    const Addressee who{wanted.invitation.person, wanted.invitation.address};
    if (has_ended(db, who, MailTopic::invitations)) return InviteOutcome::unwanted;
    return std::nullopt;
}

InviteOutcome invite_one(db::Tx& tx, http::Call& call, const Wanted& wanted) {
    if (is_invited(tx, wanted.invitation)) return InviteOutcome::invited_before;
    if (const auto why = hindrance(tx, wanted)) return *why;
    return outcome_of(send_invitation(tx, postbox_of(call), wanted.invitation, {call.person(), *wanted.reader}));
}

InvitationsReply invite(http::Call& call, const WritableSession& session, const InvitationsForm& form) {
    require_open(call, session.id, form.people.size());
    std::vector<Wanted> all;
    all.reserve(form.people.size());
    for (const auto& each : form.people) all.push_back(wanted_of(call, session, each));
    return call.write([&](db::Tx& tx) {
        std::vector<Invitee> outcomes;
        outcomes.reserve(all.size());
        for (const auto& wanted : all) outcomes.push_back({wanted.invitation.name, invite_one(tx, call, wanted)});
        journal::record(tx, call.person(), "circles.people_invited", {session.id, 0});
        return reply_of(call, tx, session.id, std::move(outcomes));
    });
}

Invitation get_invitation(db::Session& db, SessionId session, InvitationId id) {
    const auto all = list_invitations(db, session);
    const auto found = std::ranges::find(all, id, &Invitation::id);
    if (found == all.end()) throw http::not_found();
    return *found;
}

// The same mail once more, because who edits the session asks for it.
InvitationsReply invite_again(http::Call& call, const WritableSession& session, InvitationId id) {
    const auto invitation = get_invitation(call.read(), session.id, id);
    require_open(call, session.id, 1);
    const auto wanted = invitation.person_id ? of_person(call, session.id, invitation.person_id, invitation.name)
                                             : of_address(call, session.id, invitation.address, invitation.name);
    return call.write([&](db::Tx& tx) {
        const auto why = hindrance(tx, wanted);
        const auto outcome =
            why ? *why : outcome_of(send_invitation(tx, postbox_of(call), wanted.invitation, {call.person(), *wanted.reader, id}));
        journal::record(tx, call.person(), "circles.people_invited", {session.id, 0});
        return reply_of(call, tx, session.id, {{invitation.name, outcome}});
    });
}

}  // namespace

void add_invitation_routes(http::Router& router) {
    router.get("/api/sessions/{session}/invitations", get_invitations, access::may_edit);
    router.post("/api/sessions/{session}/invitations", invite, access::may_edit, http::WriteKind::change);
    router.post("/api/sessions/{session}/invitations/{invitation}/again", invite_again, access::may_edit, http::WriteKind::change);
}

}  // namespace circles
