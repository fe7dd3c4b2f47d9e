#include "auth/token.hpp"
#include "circles/invite/invitations.hpp"

namespace circles {

// A person's answer stands among the session's people, wherever they gave it.
#define ANSWER                                                                                                                            \
    "coalesce((SELECT p.answer FROM circles_people p WHERE p.session_id = i.session_id AND p.person_id = i.person_id AND i.person_id <> " \
    "0),"                                                                                                                                 \
    " i.answer) AS answer"

std::vector<Invitation> list_invitations(db::Session& db, SessionId session) {
    return db.all<Invitation>(
        "SELECT i.id, i.person_id, i.name, i.address, max(m.sent_at) AS sent_at, count(*) AS times, " ANSWER
        " FROM circles_invitations i JOIN circles_invitation_mails m ON m.invitation_id = i.id WHERE i.session_id = $1"
        " GROUP BY i.id, i.session_id, i.person_id, i.name, i.address, i.answer ORDER BY i.id",
        session);
}

bool is_invited(db::Session& db, const NewInvitation& invitation) {
    return db.one<std::int64_t>("SELECT count(*) FROM circles_invitations WHERE session_id = $1 AND person_id = $2 AND address = $3",
                                invitation.session, invitation.person, invitation.address) > 0;
}

InvitationId insert_invitation(db::Tx& tx, const NewInvitation& invitation) {
    const auto id = tx.new_id<InvitationId>();
    tx.run("INSERT INTO circles_invitations (id, session_id, person_id, address, name) VALUES ($1, $2, $3, $4, $5)", id, invitation.session,
           invitation.person, invitation.address, invitation.name);
    return id;
}

void insert_mail(db::Tx& tx, InvitationId invitation, base::PersonId sender, std::string_view token) {
    tx.run("INSERT INTO circles_invitation_mails (token_hash, invitation_id, sent_by, sent_at) VALUES ($1, $2, $3, $4)",
           auth::hash_token(token), invitation, sender, tx.now());
}

std::int64_t count_mails_of(db::Session& db, base::PersonId sender, base::Instant since) {
    return db.one<std::int64_t>("SELECT count(*) FROM circles_invitation_mails WHERE sent_by = $1 AND sent_at > $2", sender, since);
}

std::optional<OpenInvitation> find_open_invitation(db::Session& db, std::string_view token) {
    return db.find<OpenInvitation>("SELECT i.id, i.session_id, i.person_id, i.name, m.sent_by, " ANSWER
                                   " FROM circles_invitation_mails m JOIN circles_invitations i ON i.id = m.invitation_id"
                                   " WHERE m.token_hash = $1",
                                   auth::hash_token(token));
}

void set_answer(db::Tx& tx, InvitationId id, AnswerWord answer) {
    tx.run("UPDATE circles_invitations SET answer = $2 WHERE id = $1", id, answer);
}

std::optional<InvitedTo> find_invited(db::Session& db, std::string_view token) {
    const auto open = find_open_invitation(db, token);
    return open ? std::optional{InvitedTo{records::record_id(open->session_id), open->sent_by}} : std::nullopt;
}

}  // namespace circles
