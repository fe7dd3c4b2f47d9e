#pragma once

#include <span>

#include "db/db.hpp"
#include "db/migration.hpp"

namespace http {
class Call;
class Router;
struct Page;
}  // namespace http

// What an installation says of itself: its front page, and what stands on every page.
namespace site {

// From now on every page says that people and events here are invented.
void mark_as_example(db::Tx& tx);

// The front page as it can be read before any script runs: what this is, and the newest that the viewer may read.
http::Page show_home(http::Call& call);

void add_routes(http::Router& router);
std::span<const db::Migration> migrations();

}  // namespace site
