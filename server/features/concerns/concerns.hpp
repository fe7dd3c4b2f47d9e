#pragma once

#include <span>
#include <vector>

#include "base/ids.hpp"
#include "db/migration.hpp"
#include "mail/digest.hpp"

namespace http {
class Router;
}

// What readers find wrong with a record, a comment or a picture, and what moderators decided.
namespace concerns {

struct ConcernTag {};
using ConcernId = base::Id<ConcernTag>;

void add_routes(http::Router& router);
// For a moderator: how many wait, if one of them is of this day. For who reported something: what was decided that day.
std::vector<mail::Link> list_digest(db::Session& db, const mail::DigestReader& reader, const mail::DigestDay& day);
std::span<const db::Migration> migrations();

}  // namespace concerns
