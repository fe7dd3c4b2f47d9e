#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>

#include "base/ids.hpp"
#include "base/person.hpp"
#include "base/time.hpp"

namespace db {
class Session;
class Tx;
}  // namespace db

namespace auth {

struct InvitationTag {};
using InvitationId = base::Id<InvitationTag>;

constexpr std::int64_t invitation_ms = std::int64_t{14} * 24 * 60 * 60 * 1000;

struct Invitation {
    InvitationId id;
    base::PersonId person_id;
    std::optional<std::string> email;
    bool administrator{};
    base::Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(Invitation, (), (id, person_id, email, administrator, expires_at))

struct NewInvitation {
    base::PersonId person;
    std::optional<std::string> email;
    bool administrator = false;
    base::PersonId invited_by;  // nobody: the system
};

// The token, which is told once. The person's earlier invitations are good no longer.
std::string insert_invitation(db::Tx& tx, const NewInvitation& invitation);
// Nothing for one that was used, replaced or is too old.
std::optional<Invitation> find_invitation(db::Session& db, const std::string& token, base::Instant now);
// Whom the system invited to be an administrator and who has not come yet.
std::optional<base::PersonId> find_waiting_administrator(db::Session& db);
void delete_invitation(db::Tx& tx, InvitationId id);

// "/welcome?invitation=…"
std::string invitation_path(const std::string& token);

}  // namespace auth
