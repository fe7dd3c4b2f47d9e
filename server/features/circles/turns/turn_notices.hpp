#pragma once

#include <functional>
#include <optional>

#include "jobs/jobs.hpp"
#include "mail/digest.hpp"

namespace circles {

// How somebody is written to; nothing where they have no account or never confirmed an address.
using Reach = std::function<std::optional<mail::DigestReader>(db::Session&, base::PersonId)>;

// Standing jobs, for all notices of circles. Of turns: who writes for a host is told 14, 7 and 1 days ahead, or who keeps the circle where
// nobody of the host is reached; once each, late where a server was away or a day was settled late, and never for a time that is over.
void add_turn_notices(jobs::Handlers& handlers, db::Database& database, const mail::Postbox& postbox, Reach reach);

}  // namespace circles
