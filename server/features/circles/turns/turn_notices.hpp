#pragma once

#include <functional>
#include <optional>

#include "jobs/jobs.hpp"
#include "mail/digest.hpp"

namespace circles {

// How somebody is written to; nothing where they have no account or never confirmed an address.
using Reach = std::function<std::optional<mail::DigestReader>(db::Session&, base::PersonId)>;

// A standing job: who writes for a host is told 14, 7 and 1 days before its turn, once each. Where a server was away, or a day was
// settled late, the notice of that time goes out late, and none goes out for a time that is over.
void add_turn_notices(jobs::Handlers& handlers, db::Database& database, const mail::Postbox& postbox, Reach reach);

}  // namespace circles
