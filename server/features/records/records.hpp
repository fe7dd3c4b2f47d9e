#pragma once

#include <span>

#include "db/migration.hpp"
#include "records/access.hpp"
#include "records/argument.hpp"
#include "records/envelope.hpp"
#include "records/inner.hpp"
#include "records/lists.hpp"

namespace http {
class Router;
}

// The door: what other features use of records. In their SQL they read the view records_v_records under the alias r, which is what
// RECORDS_MAY_READ speaks of.
namespace records {

void add_routes(http::Router& router);
std::span<const db::Migration> migrations();

}  // namespace records
