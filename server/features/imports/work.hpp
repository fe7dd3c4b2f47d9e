#pragma once

#include "imports/imports.hpp"

// How an import gets on, one piece at a time; each piece ends in a transaction that says how far it is.
namespace imports {

// For whom the work is done: what a job carries.
struct Ticket {
    ImportId import;
    base::PersonId person;
    bool administrator{};
};
BOOST_DESCRIBE_STRUCT(Ticket, (), (import, person, administrator))

enum class Next : std::uint8_t { more, later, nothing };

// Does the next piece of whatever state the import is in. Safe to be done by two at once, and to be cut off.
Next work(db::Database& database, const Subjects& subjects, const Ticket& ticket);

struct Kept;

Next read_table(db::Database& database, const Subject& subject, const Order& order, const Kept& import);
Next write_some(db::Database& database, const Subject& subject, const Order& order, const Kept& import);
Next undo_some(db::Database& database, const Subject& subject, const Order& order, const Kept& import);

// A table that is kept, and what reading it says; nothing else is written.
ImportId keep_table(db::Tx& tx, const Order& order, const NewImport& table, std::string_view file_hash);
void keep_report(db::Tx& tx, ImportId id, base::ImportReport report);
ImportReply reply_of(db::Session& db, const Import& import);
std::string hash_of(std::string_view bytes);

// Puts it into the state in which a job takes it up, and asks for that job. One that was stopped is read anew: what of it stands already
// then changes nothing.
void start(db::Tx& tx, const Import& import, const http::Viewer& viewer);
void undo(db::Tx& tx, const Import& import, const http::Viewer& viewer);
// The job for what the import is at now.
void ask_for_work(db::Tx& tx, const Ticket& ticket, State state, base::Instant not_before = {});

}  // namespace imports
