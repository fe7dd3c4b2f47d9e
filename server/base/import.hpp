#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// What whoever brings in a table is told of it, whatever the table is about.
namespace base {

// One thing that is wrong with one row. `code` is a locale key without "problem_".
struct WrongRow {
    std::int64_t line{};
    std::string column;
    std::string code;
    std::string value;
};
BOOST_DESCRIBE_STRUCT(WrongRow, (), (line, column, code, value))

// In a cell whose formula was never computed, or came to an error: decode/office/table_writer.hpp writes it.
inline constexpr std::string_view no_value = "\x1A";

struct ImportReport {
    std::string encoding;             // in which the file was written
    std::vector<std::string> sheets;  // of a workbook; one of them was read
    std::int64_t rows{};
    std::int64_t added{};
    std::int64_t changed{};
    std::int64_t unchanged{};
    std::int64_t wrong{};                      // rows with at least one mistake; they are left out, the others come in
    std::vector<WrongRow> wrong_rows;          // their mistakes, in the order of lines
    std::vector<std::string> missing_columns;  // without these nothing is read
    std::vector<std::string> unknown_columns;  // not used
};
BOOST_DESCRIBE_STRUCT(ImportReport, (),
                      (encoding, sheets, rows, added, changed, unchanged, wrong, wrong_rows, missing_columns, unknown_columns))

}  // namespace base
