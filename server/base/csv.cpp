#include "base/csv.hpp"

#include <algorithm>
#include <array>

namespace base::csv {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Names may hold separators themselves, in quotes.
std::string unquoted(std::string_view line) {
    std::string result;
    bool quoted = false;
    for (const char letter : line) {
        if (letter == '"') quoted = !quoted;
        if (!quoted) result += letter;
    }
    return result;
}

char guess_separator(std::string_view first_line) {
    const auto bare = unquoted(first_line);
    char best = ',';
    std::ptrdiff_t most = 0;
    for (const char candidate : std::array{',', ';', '\t'}) {
        const auto count = std::ranges::count(bare, candidate);
        if (count > most) {
            most = count;
            best = candidate;
        }
    }
    return best;
}

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

// "Village Code" and "village_code" are one name.
std::string comparable(std::string_view name) {
    std::string result;
    for (const char letter : name) {
        if (letter == ' ' || letter == '_' || letter == '-') continue;
        result += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    }
    return result;
}

bool is_named(const Column& column, std::string_view name) {
    const auto wanted = comparable(name);
    return comparable(column.key) == wanted ||
           std::ranges::any_of(column.names, [&](std::string_view known) { return comparable(known) == wanted; });
}

}  // namespace

Reader::Reader(std::string_view text) : text_(text) {
    if (text_.starts_with(byte_order_mark)) text_.remove_prefix(byte_order_mark.size());
    separator_ = guess_separator(text_.substr(0, text_.find('\n')));
}

std::optional<Row> Reader::next() {
    while (at_ < text_.size()) {
        Row row{line_, {}};
        bool more = true;
        while (more) more = read_cell(row.cells.emplace_back());
        const bool is_blank = row.cells.size() == 1 && trimmed(row.cells[0]).empty();
        if (!is_blank) return row;
    }
    return std::nullopt;
}

// True if another cell of the same row follows.
bool Reader::read_cell(std::string& cell) {
    while (at_ < text_.size()) {
        const char letter = text_[at_++];
        if (letter == separator_) return true;
        if (letter == '\n') {
            ++line_;
            return false;
        }
        if (letter == '"' && trimmed(cell).empty()) {
            cell.clear();
            read_quoted(cell);
        } else if (letter != '\r') {
            cell += letter;
        }
    }
    return false;
}

void Reader::read_quoted(std::string& cell) {
    while (at_ < text_.size()) {
        const char letter = text_[at_++];
        if (letter == '\n') ++line_;
        if (letter != '"') {
            cell += letter;
        } else if (at_ < text_.size() && text_[at_] == '"') {
            cell += text_[at_++];
        } else {
            return;
        }
    }
}

std::optional<std::size_t> find_column(std::span<const Column> columns, std::string_view name) {
    const auto column = std::ranges::find_if(columns, [&](const Column& known) { return is_named(known, name); });
    if (column == columns.end()) return std::nullopt;
    return static_cast<std::size_t>(column - columns.begin());
}

Table::Table(std::string_view text, std::span<const Column> columns) : reader_(text), place_(columns.size()) {
    const auto head = reader_.next().value_or(Row{});
    width_ = head.cells.size();
    for (std::size_t i = 0; i < head.cells.size(); ++i) {
        const auto name = trimmed(head.cells[i]);
        if (const auto column = find_column(columns, name))
            place_[*column] = i;
        else if (!name.empty())
            unknown_.emplace_back(name);
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].required && !place_[i]) missing_.emplace_back(columns[i].key);
    }
}

std::optional<Table::Line> Table::next() {
    auto row = reader_.next();
    if (!row) return std::nullopt;
    Line line{row->line, {}, row->cells.size() != width_};
    for (const auto& place : place_) {
        line.cells.emplace_back(place && *place < row->cells.size() ? trimmed(row->cells[*place]) : std::string_view{});
    }
    return line;
}

std::string cell(std::string_view text) {
    const bool is_formula = !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos;
    std::string result(is_formula ? "'" : "");
    result += text;
    if (result.find_first_of("\",;\t\r\n") == std::string::npos) return result;
    for (auto quote = result.find('"'); quote != std::string::npos; quote = result.find('"', quote + 2)) result.insert(quote, 1, '"');
    return '"' + result + '"';
}

}  // namespace base::csv
