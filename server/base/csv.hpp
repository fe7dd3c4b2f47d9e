#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// Tables as spreadsheets save them: RFC 4180, with comma, semicolon or tab, whichever the first line uses. The text is UTF-8 already
// (base/encoding.hpp reads the others).
namespace base::csv {

struct Row {
    std::size_t line = 0;  // of the file, from 1: where the row begins
    std::vector<std::string> cells;
};

// Reads row after row; blank lines are skipped. A quoted cell may hold separators, quotes and line breaks.
class Reader {
  public:
    explicit Reader(std::string_view text);
    std::optional<Row> next();
    [[nodiscard]] char separator() const { return separator_; }

  private:
    bool read_cell(std::string& cell);
    void read_quoted(std::string& cell);

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    char separator_ = ',';
};

// A column that a table may have, by the names people give it; compared without regard to case and spaces.
struct Column {
    std::string_view key;
    std::vector<std::string_view> names;
    bool required = false;
};

// Which of the columns goes by this name.
std::optional<std::size_t> find_column(std::span<const Column> columns, std::string_view name);

// A table whose first row names its columns, in any order.
class Table {
  public:
    Table(std::string_view text, std::span<const Column> columns);

    // Keys of required columns that the first row lacks, and names in the first row that mean nothing here.
    [[nodiscard]] const std::vector<std::string>& missing() const { return missing_; }
    [[nodiscard]] const std::vector<std::string>& unknown() const { return unknown_; }

    // One cell for each of `columns`, in their order, trimmed; empty where the file has none. `ragged`: more or fewer cells than names.
    struct Line {
        std::size_t line = 0;
        std::vector<std::string> cells;
        bool ragged = false;
    };
    std::optional<Line> next();

  private:
    Reader reader_;
    std::vector<std::optional<std::size_t>> place_;  // of each column, in the file
    std::size_t width_ = 0;
    std::vector<std::string> missing_;
    std::vector<std::string> unknown_;
};

// One cell, quoted where it must be. A cell that a spreadsheet would run as a formula gets a leading apostrophe.
std::string cell(std::string_view text);

}  // namespace base::csv
