#include "auth/invitations/invitations.hpp"

#include "auth/token.hpp"
#include "db/db.hpp"

namespace auth {

// What ends later than one of today would was made by a clock that ran ahead: it would be good for as long as that clock was wrong. A day,
// as dates are confused, is forgiven.
static base::Instant latest_end(base::Instant now) {
    constexpr std::int64_t day_ms = std::int64_t{24} * 60 * 60 * 1000;
    return {now.ms + invitation_ms + day_ms};
}

std::string insert_invitation(db::Tx& tx, const NewInvitation& invitation) {
    const auto token = new_token();
    const auto now = tx.now();
    tx.run("DELETE FROM auth_invitations WHERE person_id = $1 OR expires_at <= $2", invitation.person, now);
    tx.run(
        "INSERT INTO auth_invitations (id, person_id, token_hash, email, administrator, invited_by, created_at, expires_at)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        tx.new_id<InvitationId>(), invitation.person, hash_token(token), invitation.email, invitation.administrator, invitation.invited_by,
        now, base::Instant{now.ms + invitation_ms});
    return token;
}

std::optional<Invitation> find_invitation(db::Session& db, const std::string& token, base::Instant now) {
    return db.find<Invitation>(
        "SELECT id, person_id, email, administrator, expires_at FROM auth_invitations WHERE token_hash = $1 AND expires_at > $2"
        " AND expires_at <= $3",
        hash_token(token), now, latest_end(now));
}

std::optional<base::PersonId> find_waiting_administrator(db::Session& db) {
    return db.find<base::PersonId>(
        "SELECT person_id FROM auth_invitations WHERE administrator = 1 AND invited_by = 0 ORDER BY id DESC LIMIT 1");
}

void delete_invitation(db::Tx& tx, InvitationId id) {
    tx.run("DELETE FROM auth_invitations WHERE id = $1", id);
}

std::string invitation_path(const std::string& token) {
    return "/welcome?invitation=" + token;
}

}  // namespace auth
