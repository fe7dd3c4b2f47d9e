#pragma once

#include <span>

#include "base/ids.hpp"
#include "db/migration.hpp"

namespace http {
class Router;
}

// Comments with answers on any record, moderated.
namespace discussion {

struct CommentTag {};
using CommentId = base::Id<CommentTag>;

void add_routes(http::Router& router);
std::span<const db::Migration> migrations();

}  // namespace discussion
