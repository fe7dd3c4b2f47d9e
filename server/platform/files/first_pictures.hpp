#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "files/files.hpp"

namespace files {

// For lists: the first picture of each of these records that holds one, by the record's id.
std::map<std::int64_t, File> list_first_pictures(db::Session& db, const std::vector<std::int64_t>& records);

}  // namespace files
