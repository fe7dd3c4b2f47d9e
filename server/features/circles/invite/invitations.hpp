#pragma once

#include "circles/invite/invited.hpp"
#include "circles/session/people.hpp"

namespace http {
class Router;
}

// Who is invited to a session by mail: people known here, and names with an address. They answer by one tap, without an account.
namespace circles {

struct InvitationTag {};
using InvitationId = base::Id<InvitationTag>;

// Somebody known here, or an address.
struct InviteeForm {
    std::optional<base::PersonId> person_id;
    std::optional<base::Text<0, 200>> name;     // with an address; what stands before its @, if not given
    std::optional<base::Text<0, 300>> address;  // as it was typed
};
BOOST_DESCRIBE_STRUCT(InviteeForm, (), (person_id, name, address))
void check(const InviteeForm& form, json::Errors& errors);

struct InvitationsForm {
    std::vector<InviteeForm> people;
};
BOOST_DESCRIBE_STRUCT(InvitationsForm, (), (people))
void check(const InvitationsForm& form, json::Errors& errors);

// What became of one who was to be invited.
enum class InviteOutcome : std::uint8_t {
    sent,
    invited_before,
    unwanted,       // they ended such mail
    no_address,     // no account, or none that they confirmed
    may_not_read,   // the session is closed to them
    returned_mail,  // what went to that address has come back
    many_mails,     // to that address, of late
};
BOOST_DESCRIBE_ENUM(InviteOutcome, sent, invited_before, unwanted, no_address, may_not_read, returned_mail, many_mails)

struct Invitee {
    std::string name;
    InviteOutcome outcome{};
};
BOOST_DESCRIBE_STRUCT(Invitee, (), (name, outcome))

struct Invitation {
    InvitationId id;
    base::PersonId person_id;  // none: by address alone
    std::string name;
    std::string address;  // empty for a person: theirs is nobody else's to see
    base::Instant sent_at;
    std::int64_t times{};
    std::optional<AnswerWord> answer;
};
BOOST_DESCRIBE_STRUCT(Invitation, (), (id, person_id, name, address, sent_at, times, answer))

// ---- invitation_queries.cpp ----

struct NewInvitation {
    SessionId session;
    base::PersonId person;
    std::string address;
    std::string name;
};
std::vector<Invitation> list_invitations(db::Session& db, SessionId session);
bool is_invited(db::Session& db, const NewInvitation& invitation);
InvitationId insert_invitation(db::Tx& tx, const NewInvitation& invitation);
void insert_mail(db::Tx& tx, InvitationId invitation, base::PersonId sender, std::string_view token);
std::int64_t count_mails_of(db::Session& db, base::PersonId sender, base::Instant since);

// What a token answers.
struct OpenInvitation {
    InvitationId id;
    SessionId session_id;
    base::PersonId person_id;
    std::string name;
    base::PersonId sent_by;
    std::optional<AnswerWord> answer;
};
BOOST_DESCRIBE_STRUCT(OpenInvitation, (), (id, session_id, person_id, name, sent_by, answer))
std::optional<OpenInvitation> find_open_invitation(db::Session& db, std::string_view token);
void set_answer(db::Tx& tx, InvitationId id, AnswerWord answer);

void add_invitation_routes(http::Router& router);
void add_invited_routes(http::Router& router);

}  // namespace circles
