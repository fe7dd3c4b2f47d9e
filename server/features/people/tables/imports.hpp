#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "people/people.hpp"

// Tables that were brought in, as they are remembered, and taken back as a whole.
namespace people {

struct ImportTag {};
using ImportId = base::Id<ImportTag>;

enum class Subject : std::uint8_t { organisations, people };
BOOST_DESCRIBE_ENUM(Subject, organisations, people)

struct TableImport {
    ImportId id;
    records::RecordId entered_by;
    PersonId person_id;
    Subject subject{};
    std::string file_name;
    base::Instant begun_at;
    std::int64_t rows{};
    std::int64_t done{};
    std::optional<base::Instant> undone_at;
};
BOOST_DESCRIBE_STRUCT(TableImport, (), (id, entered_by, person_id, subject, file_name, begun_at, rows, done, undone_at))

// What one row did; see the migration.
struct ImportStep {
    std::int64_t step{};
    records::RecordId record_id;
    std::int64_t version{};
    std::optional<std::string> before;
    std::optional<std::string> membership;
    std::optional<std::string> membership_before;
};
BOOST_DESCRIBE_STRUCT(ImportStep, (), (step, record_id, version, before, membership, membership_before))

// Forgets imports that are older than thirty days: what stood before is no longer ours to keep.
void insert_import(db::Tx& tx, const TableImport& import);
void insert_step(db::Tx& tx, ImportId import, const ImportStep& step);
void set_done(db::Tx& tx, ImportId import, std::int64_t done);

std::optional<TableImport> find_import(db::Session& db, ImportId id);
std::vector<TableImport> list_imports(db::Session& db, records::RecordId entered_by);  // the last ten, newest first

// What was left as it is, and why: a locale key without "problem_".
struct KeptRecord {
    std::string title;
    std::string address;
    std::string code;
};
BOOST_DESCRIBE_STRUCT(KeptRecord, (), (title, address, code))

struct UndoReport {
    std::int64_t undone{};
    std::int64_t kept{};
    std::vector<KeptRecord> kept_records;  // the first hundred
};
BOOST_DESCRIBE_STRUCT(UndoReport, (), (undone, kept, kept_records))

// Takes back what the import did, last row first, some at a time so that others write between. What somebody changed since, or others
// stand on by now, is left and named. May be called again after a crash: it goes on where it stopped.
UndoReport undo_import(db::Database& database, const http::Viewer& viewer, const TableImport& import);

}  // namespace people
