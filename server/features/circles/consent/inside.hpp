#pragma once

#include "circles/session/session.hpp"
#include "db/db.hpp"
#include "files/files.hpp"

// Photos and voices of a session that stay in its circle. What everybody may see is held by the session itself.
namespace circles {

// What holds them, once there is one.
std::optional<std::int64_t> find_holder(db::Session& db, SessionId session);
std::optional<SessionId> find_session_inside(db::Session& db, std::int64_t holder);
std::vector<files::File> list_inside(db::Session& db, SessionId session);

// Whether somebody on it said last that it stays in the circle, or took back what they had agreed to.
bool stays_inside(db::Session& db, files::FileId photo);
// Puts it where those on it have agreed to.
void place(db::Tx& tx, SessionId session, files::FileId photo);

}  // namespace circles
