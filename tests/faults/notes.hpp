#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "db/db.hpp"

// What is written while things break: notes, each with its event in the journal.
namespace faults {

struct NoteTag;
using NoteId = base::Id<NoteTag>;

constexpr db::Migration notes_table{1, "0001_notes", "CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;"};

std::vector<db::Migration> note_migrations();  // with the journal's
NoteId write_note(db::Database& database, std::string_view text);
// Which of the notes that were acknowledged are not there.
std::vector<std::int64_t> lost(db::Database& database, std::span<const std::int64_t> acknowledged);
// Expects that every note that was acknowledged is there, each with its event.
void expect_kept(db::Database& database, std::span<const std::int64_t> acknowledged);

}  // namespace faults
