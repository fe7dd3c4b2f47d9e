#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/csv.hpp"
#include "base/json/json.hpp"
#include "http/viewer.hpp"
#include "people/people.hpp"

// Organisations and people come as tables, one row each, as offices keep them.
namespace people {

// One thing that is wrong with one row. `code` is a locale key without "problem_".
struct WrongRow {
    std::int64_t line{};
    std::string column;
    std::string code;
    std::string value;
};
BOOST_DESCRIBE_STRUCT(WrongRow, (), (line, column, code, value))

struct ImportReport {
    std::string encoding;  // in which the file was written
    std::int64_t rows{};
    std::int64_t added{};
    std::int64_t changed{};
    std::int64_t unchanged{};
    std::int64_t wrong{};                      // rows with at least one mistake; they are left out, the others come in
    std::vector<WrongRow> wrong_rows;          // the first thousand mistakes, in the order of lines
    std::vector<std::string> missing_columns;  // without these nothing is read
    std::vector<std::string> unknown_columns;  // not used
};
BOOST_DESCRIBE_STRUCT(ImportReport, (), (encoding, rows, added, changed, unchanged, wrong, wrong_rows, missing_columns, unknown_columns))

enum class ImportMode : std::uint8_t { preview, apply };
BOOST_DESCRIBE_ENUM(ImportMode, preview, apply)

struct ImportOrder {
    http::Viewer viewer;
    records::RecordId entered_by;  // the organisation that looks after what is new
    ImportMode mode = ImportMode::preview;
    base::Date today;
};

// Where it reads what stands, and where it writes.
struct Books {
    db::Session& read;
    db::Database& write;
};

// Read a table in any Thai encoding. All good rows come in together, with one journal event for the whole beside those of the single
// records; what a row leaves out is not taken away, and the same table again changes nothing.
ImportReport import_organisations(const Books& books, const ImportOrder& order, std::string_view bytes);
ImportReport import_people(const Books& books, const ImportOrder& order, std::string_view bytes);

// Tables that can be imported again, of what the viewer may read; UTF-8 with a byte-order mark, which spreadsheets ask for.
std::string export_organisations(db::Session& db, const http::Viewer& viewer);
std::string export_people(db::Session& db, const http::Viewer& viewer, OrganisationId organisation, base::Date today);

// A table that is being written, as the journal hears of it.
struct Import {
    const ImportOrder& order;
    const ImportReport& report;
    std::string_view action;
    std::string_view bytes;
};
// Writes these rows in their order, some at a time so that others write between; with the last comes the event of the whole.
void write_rows(db::Database& database, std::span<const std::size_t> rows, const std::function<void(db::Tx&, std::size_t)>& put,
                const Import& import);

}  // namespace people
