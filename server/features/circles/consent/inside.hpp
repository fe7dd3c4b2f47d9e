#pragma once

#include "circles/outside/intake.hpp"
#include "circles/session/session.hpp"
#include "db/db.hpp"
#include "files/files.hpp"

// Photos and voices of a session that stay in its circle. What everybody may see is held by the session itself; whoever shows something
// outside asks what the session holds, and nothing else. A new one waits inside until an editor clears it: nobody on it can be recognised,
// or all who are seen or heard agree.
namespace circles {

// Why one is inside: nobody has cleared it yet, an editor keeps it there, or somebody on it said last that it stays in the circle, or took
// back what they had agreed to. Only who refused can change the last.
enum class WhyInside : std::uint8_t { waits, kept, refused };
BOOST_DESCRIBE_ENUM(WhyInside, waits, kept, refused)

struct InsideFile : files::File {
    WhyInside why{};
};
BOOST_DESCRIBE_STRUCT(InsideFile, (files::File), (why))

enum class Clearance : std::uint8_t { cleared, kept };
BOOST_DESCRIBE_ENUM(Clearance, cleared, kept)

// What holds them, once there is one.
std::optional<std::int64_t> find_holder(db::Session& db, SessionId session);
std::optional<SessionId> find_session_inside(db::Session& db, std::int64_t holder);
std::vector<InsideFile> list_inside(db::Session& db, SessionId session);
bool has_photo(db::Session& db, SessionId session, files::FileId photo);

// Nothing for what may be seen by everybody.
std::optional<WhyInside> why_inside(db::Session& db, SessionId session, files::FileId photo);
// Puts it where those on it have agreed to.
void place(db::Tx& tx, SessionId session, files::FileId photo);

// Adds one to those that the session has, whoever else adds another at the same time. One that it has already stays where it is.
void add_photo(db::Tx& tx, base::PersonId actor, SessionId session, const PhotoForm& photo);
// For the journal, which is never taken back: without the words under it, which may name who is seen.
std::string noted(const PhotoForm& photo);
void remove_photo(db::Tx& tx, base::PersonId actor, SessionId session, files::FileId photo);
void set_clearance(db::Tx& tx, SessionId session, files::FileId photo, Clearance clearance);

}  // namespace circles
