#pragma once

#include <span>
#include <vector>

#include "base/ids.hpp"
#include "db/migration.hpp"
#include "mail/digest.hpp"

namespace http {
class Router;
}

// Comments with answers on any record, moderated.
namespace discussion {

struct CommentTag {};
using CommentId = base::Id<CommentTag>;

void add_routes(http::Router& router);
// Of what a moderator is to read before it is shown: each record with how many wait, if one of them is of this day.
std::vector<mail::Link> list_digest(db::Session& db, const mail::DigestReader& reader, const mail::DigestDay& day);
std::span<const db::Migration> migrations();

}  // namespace discussion
