#include "faults/notes.hpp"

#include <gtest/gtest.h>

#include <set>

#include "journal/journal.hpp"
#include "journal/sealer.hpp"
#include "journal/verify.hpp"

namespace faults {

std::vector<db::Migration> note_migrations() {
    return db::together({{&notes_table, 1}, journal::migrations()});
}

NoteId write_note(db::Database& database, std::string_view text) {
    return database.write([&](db::Tx& tx) {
        const auto note = tx.new_id<NoteId>();
        tx.run("INSERT INTO notes (id, text) VALUES ($1, $2)", note, text);
        journal::record(tx, {}, "notes.written", {note, 1, std::string(text)});
        return note;
    });
}

std::vector<std::int64_t> lost(db::Database& database, std::span<const std::int64_t> acknowledged) {
    const auto kept = database.read()->all<std::int64_t>("SELECT id FROM notes");
    const std::set<std::int64_t> found(kept.begin(), kept.end());
    std::vector<std::int64_t> gone;
    for (const auto id : acknowledged)
        if (!found.contains(id)) gone.push_back(id);
    return gone;
}

void expect_kept(db::Database& database, std::span<const std::int64_t> acknowledged) {
    journal::seal(database);
    EXPECT_EQ(lost(database, acknowledged), std::vector<std::int64_t>()) << "were acknowledged and are gone";
    auto session = database.read();
    const auto verdict = journal::verify(*session);
    EXPECT_TRUE(verdict.whole()) << verdict.faults.front().message;
    EXPECT_EQ(verdict.events, session->one<std::int64_t>("SELECT count(*) FROM notes"))
        << "a note and its event are kept together or not at all";
}

}  // namespace faults
