#include "decode/office/table_writer.hpp"

#include <algorithm>

#include "decode/fault.hpp"

namespace decode::office {
namespace {

constexpr std::size_t most_columns = 200;
constexpr std::size_t most_rows = 50'002;  // with the head: one more than import takes, which then says so
constexpr std::size_t longest = std::size_t{48} << 20;

// A line break inside a cell would shift the numbers of all rows below.
std::string csv_cell(std::string_view text) {
    std::string cell(text);
    std::ranges::replace_if(cell, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    if (cell.find_first_of("\",;") == std::string::npos) return cell;
    for (auto quote = cell.find('"'); quote != std::string::npos; quote = cell.find('"', quote + 2)) cell.insert(quote, 1, '"');
    return '"' + cell + '"';
}

std::string csv_line(const std::vector<std::string>& cells) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) line += (i > 0 ? "," : "") + csv_cell(cells[i]);
    return line + '\n';
}

}  // namespace

void TableWriter::put(std::size_t row, std::size_t column, std::string_view text) {
    if (text.empty() || written_ >= most_rows) return;
    constexpr std::size_t last_row = 1 << 20;  // of any spreadsheet
    if (row >= last_row || column >= most_columns) throw Refused(Fault::too_long, "wider or longer than a register");
    if (row < lines_) throw Refused(Fault::broken, "rows out of order");
    if (row > lines_) end_row();
    for (; lines_ < row; ++lines_) body_ += '\n';
    if (row_.size() <= column) row_.resize(column + 1);
    row_[column] = text;
    if (body_.size() + text.size() > longest) throw Refused(Fault::too_long, "a table without end");
}

void TableWriter::end_row() {
    if (row_.empty()) return;
    if (width_ == 0) width_ = row_.size();
    if (row_.size() < width_) row_.resize(width_);
    body_ += csv_line(row_);
    row_.clear();
    ++lines_;
    ++written_;
}

std::string TableWriter::finish() {
    end_row();
    return csv_line(sheets_) + body_;
}

}  // namespace decode::office
