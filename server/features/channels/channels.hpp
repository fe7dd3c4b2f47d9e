#pragma once

#include <span>

#include "base/ids.hpp"
#include "db/migration.hpp"

namespace http {
class Router;
}

// What goes out of Lomwong to where people already are (calendars, feed readers, chat groups, mail), and what comes back from there.
namespace channels {

struct OwnLinkTag {};
using OwnLinkId = base::Id<OwnLinkTag>;

void add_routes(http::Router& router);
std::span<const db::Migration> migrations();

}  // namespace channels
