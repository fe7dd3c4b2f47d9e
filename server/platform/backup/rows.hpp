#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "db/whole.hpp"

// Rows as text, a line a row: what PostgreSQL calls COPY's text format. Values are parted by tabs, \N is NULL, a backslash stands before
// t, n, r, 0 and itself; bytes are hexadecimal, numbers such that they read back as the same. The first line names the columns and what
// they hold: "id:integer	title:text".
namespace backup {

std::string write_columns(const db::Table& table);
void append_row(const db::Cells& row, std::string& text);

// Hands over row after row. Throws std::runtime_error naming the line that is none.
void read_rows(std::string_view table, std::string_view text, const std::function<void(const db::Table&, const db::Cells&)>& take);

}  // namespace backup
