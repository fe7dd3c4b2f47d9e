#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace decode::office {

// Stands in a cell whose formula was never computed, or came to an error: no formula is computed here. base/import.hpp knows it.
inline constexpr std::string_view no_value = "\x1A";

// Writes a sheet as CSV, after a first line with the names of all sheets. Each row of the sheet is one line, so that who reads the table
// can name a row by its number; rows are as wide as the first that holds anything. Throws Refused: too_long.
class TableWriter {
  public:
    void add_sheet(std::string_view name) { sheets_.emplace_back(name); }

    // Rows come in their order, from 0. An empty text is an empty cell.
    void put(std::size_t row, std::size_t column, std::string_view text);
    std::string finish();

  private:
    void end_row();

    std::vector<std::string> sheets_;
    std::vector<std::string> row_;
    std::size_t lines_ = 0, width_ = 0, written_ = 0;
    std::string body_;
};

}  // namespace decode::office
