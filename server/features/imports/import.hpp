#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.hpp"
#include "base/import.hpp"
#include "base/person.hpp"
#include "base/time.hpp"
#include "records/records.hpp"

namespace imports {

struct ImportTag {};
using ImportId = base::Id<ImportTag>;

enum class State : std::uint8_t { looked_at, reading, writing, written, stopped, undoing, undone, failed };
BOOST_DESCRIBE_ENUM(State, looked_at, reading, writing, written, stopped, undoing, undone, failed)

struct Import {
    ImportId id;
    std::string subject;
    records::RecordId entered_by;
    base::PersonId person_id;
    std::string file_name;
    State state{};
    std::string problem;  // of a failed one: a locale key without "problem_"
    base::Instant begun_at;
    std::int64_t rows{};  // to write
    std::int64_t done{};  // of these, that stand
    std::int64_t undone{};
    std::int64_t kept{};
};
BOOST_DESCRIBE_STRUCT(Import, (), (id, subject, entered_by, person_id, file_name, state, problem, begun_at, rows, done, undone, kept))

// What can be done with one that stands so.
bool may_start(const Import& import);  // also goes on with one that was stopped
bool may_stop(const Import& import);
bool may_undo(const Import& import);

// What taking an import back left as it is, and why: a locale key without "problem_".
struct KeptRecord {
    std::string title;
    std::string address;
    std::string code;
};
BOOST_DESCRIBE_STRUCT(KeptRecord, (), (title, address, code))

// One import as its page shows it.
struct ImportReply {
    std::string address;
    Import import;
    base::ImportReport report;             // with the first thousand wrong rows; the others are in the table of them
    std::vector<KeptRecord> kept_records;  // the first hundred
    std::string words{};                   // why it failed, in the reader's language
};
BOOST_DESCRIBE_STRUCT(ImportReply, (), (address, import, report, kept_records, words))

struct NewImport {
    std::string_view subject;
    std::string file_name;
    std::string content;
};

}  // namespace imports
