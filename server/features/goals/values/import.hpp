#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/import.hpp"
#include "base/person.hpp"
#include "db/db.hpp"
#include "goals/table/value_reader.hpp"

// Tables of values of any length come in: some thousand rows a transaction, and others write between.
namespace goals {

// What becomes of indicators that the table names and nobody knows.
enum class Unknown : std::uint8_t { refuse, create };

struct ValuesOrder {
    base::PersonId by{};  // none: the system
    std::string source;   // the name of the file
    std::string file_hash;
    base::Date today;
    Unknown unknown{};
};

struct ValuesTally {
    std::int64_t rows{};
    std::int64_t written{};    // new or changed
    std::int64_t unchanged{};  // stood there already
    std::int64_t refused{};
    std::map<std::string, std::int64_t> reasons;  // of refusals, locale keys without "problem_"
    std::vector<std::string> created;             // codes of indicators
    std::vector<std::string> missing_columns;
    std::vector<std::string> unknown_columns;
    Remarks remarks;
};

// Reads the table from its beginning; asked for twice where indicators are created.
using OpenTable = std::function<LineReader()>;
// Is told every row that is refused, and why, in the order of lines within a chunk.
using OnRefused = std::function<void(const base::WrongRow&)>;

// Stores what is right in the table as approved values, with all figures above. What stood there and is the same stays untouched.
// Indicators that are created are plain sums of what the smallest areas in the table report. Each chunk is one transaction: whatever ends
// the process, chunks that were written are there, figures and all, and the same table again brings the rest.
ValuesTally import_values(db::Database& database, const ValuesOrder& order, const OpenTable& open, const OnRefused& on_refused);

// What tables of values are read against, as it stands now.
Ground ground_of(db::Session& db, base::Date today);

}  // namespace goals
