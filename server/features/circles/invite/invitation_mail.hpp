#pragma once

#include "circles/invite/invitations.hpp"
#include "circles/notices/notice.hpp"

namespace circles {

struct Sending {
    base::PersonId sender;
    mail::DigestReader reader;
    std::optional<InvitationId> again{};  // one that stands; a new one without it
};
// Keeps the invitation with the mail: what could not be queued leaves nothing behind.
mail::Queued send_invitation(db::Tx& tx, const mail::Postbox& postbox, const NewInvitation& invitation, const Sending& sending);

}  // namespace circles
