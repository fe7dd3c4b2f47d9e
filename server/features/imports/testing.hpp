#pragma once

#include "imports/imports.hpp"

namespace imports::testing {

// What POST /api/imports/{import}/undo and its jobs do, at once.
ImportReply take_back(db::Database& database, const Subjects& subjects, const http::Viewer& viewer, ImportId id);

}  // namespace imports::testing
