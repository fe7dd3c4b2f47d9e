#pragma once

#include "files/files.hpp"

namespace files {

// What `from` held is held by `to` from now on, last of what that holds, with the same words under it. Nothing happens where `from` does
// not hold it. Whether that may be is for the caller to say.
void move(db::Tx& tx, FileId file, std::int64_t from, std::int64_t to);

}  // namespace files
