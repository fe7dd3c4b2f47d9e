#pragma once

#include <string>
#include <vector>

#include "db/session.hpp"

namespace files {

// The hashes of everything the database refers to: uploads and their web sizes. In their order.
std::vector<std::string> list_contents(db::Session& db);
bool is_known(db::Session& db, const std::string& hash);

}  // namespace files
