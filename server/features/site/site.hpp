#pragma once

#include <span>

#include "db/db.hpp"
#include "db/migration.hpp"

namespace http {
class Router;
}

// What an installation says of itself on every page.
namespace site {

// From now on every page says that people and events here are invented.
void mark_as_example(db::Tx& tx);

void add_routes(http::Router& router);
std::span<const db::Migration> migrations();

}  // namespace site
