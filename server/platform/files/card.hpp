#pragma once

#include <memory>
#include <string>

#include "files/files.hpp"

namespace files {

// The JPEG of a picture (1200 pixels), as it goes into papers. Nothing while it waits to be made, and of a broken one.
std::shared_ptr<const std::string> read_card(db::Session& db, const Library& library, FileId id);

}  // namespace files
