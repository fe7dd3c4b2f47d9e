#include "backup/rows.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace backup {

namespace {

constexpr std::string_view null = "\\N";
constexpr std::string_view kinds[] = {"integer", "real", "text", "blob"};  // in the order of db::Kind

void append_escaped(std::string_view value, std::string& text) {
    for (const char character : value) {
        switch (character) {
            case '\t':
                text += "\\t";
                break;
            case '\n':
                text += "\\n";
                break;
            case '\r':
                text += "\\r";
                break;
            case '\0':
                text += "\\0";
                break;
            case '\\':
                text += "\\\\";
                break;
            default:
                text += character;
        }
    }
}

template <class Number>
void append_number(Number value, std::string& text) {
    char digits[32];
    text.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

void append_hexadecimal(std::string_view bytes, std::string& text) {
    constexpr std::string_view digits = "0123456789abcdef";
    for (const char byte : bytes) {
        text += digits[static_cast<unsigned char>(byte) >> 4];
        text += digits[byte & 0xf];
    }
}

void append_cell(const db::Cell& cell, std::string& text) {
    if (const auto* whole = std::get_if<std::int64_t>(&cell))
        append_number(*whole, text);
    else if (const auto* real = std::get_if<double>(&cell))
        append_number(*real, text);
    else if (const auto* written = std::get_if<std::string>(&cell))
        append_escaped(*written, text);
    else if (const auto* blob = std::get_if<db::Blob>(&cell))
        append_hexadecimal(blob->bytes, text);
    else
        text += null;
}

// What stands before `end`, which goes away with it.
std::string_view cut(std::string_view& text, char end) {
    const auto at = std::min(text.find(end), text.size());
    const auto before = text.substr(0, at);
    text.remove_prefix(std::min(at + 1, text.size()));
    return before;
}

[[noreturn]] void refuse(std::string_view value) {
    throw std::runtime_error("cannot be read as a value: " + std::string(value.substr(0, 100)));
}

std::string unescaped(std::string_view value) {
    std::string text;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] != '\\') {
            text += value[i];
            continue;
        }
        constexpr std::string_view letters = "tnr0\\";
        constexpr std::string_view meant{"\t\n\r\0\\", 5};
        const auto which = ++i < value.size() ? letters.find(value[i]) : std::string_view::npos;
        if (which == std::string_view::npos) refuse(value);
        text += meant[which];
    }
    return text;
}

template <class Number>
Number number(std::string_view value) {
    Number result{};
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), result);
    if (error != std::errc{} || end != value.data() + value.size()) refuse(value);
    return result;
}

db::Blob bytes(std::string_view value) {
    db::Blob blob;
    if (value.size() % 2 != 0) refuse(value);
    for (; !value.empty(); value.remove_prefix(2)) {
        unsigned byte = 0;
        const auto [end, error] = std::from_chars(value.data(), value.data() + 2, byte, 16);
        if (error != std::errc{} || end != value.data() + 2) refuse(value);
        blob.bytes += static_cast<char>(byte);
    }
    return blob;
}

db::Cell read_cell(std::string_view value, db::Kind kind) {
    if (value == null) return {};
    switch (kind) {
        case db::Kind::integer:
            return number<std::int64_t>(value);
        case db::Kind::real:
            return number<double>(value);
        case db::Kind::blob:
            return bytes(value);
        case db::Kind::text:
            break;
    }
    return unescaped(value);
}

db::Column read_column(std::string_view text) {
    const auto name = cut(text, ':');
    const auto* kind = std::find(std::begin(kinds), std::end(kinds), text);
    if (kind == std::end(kinds)) refuse(text);
    return {std::string(name), static_cast<db::Kind>(kind - std::begin(kinds))};
}

}  // namespace

std::string write_columns(const db::Table& table) {
    std::string text;
    for (const auto& column : table.columns)
        text += (text.empty() ? "" : "\t") + column.name + ":" + std::string(kinds[static_cast<std::size_t>(column.kind)]);
    return text + "\n";
}

void append_row(const db::Cells& row, std::string& text) {
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (i > 0) text += '\t';
        append_cell(row[i], text);
    }
    text += '\n';
}

void read_rows(std::string_view name, std::string_view text, const std::function<void(const db::Table&, const db::Cells&)>& take) {
    db::Table table{std::string(name), {}};
    for (auto head = cut(text, '\n'); !head.empty();) table.columns.push_back(read_column(cut(head, '\t')));
    db::Cells cells(table.columns.size());
    while (!text.empty()) {
        auto line = cut(text, '\n');
        for (std::size_t i = 0; i < cells.size(); ++i) cells[i] = read_cell(cut(line, '\t'), table.columns[i].kind);
        if (!line.empty()) refuse(line);
        take(table, cells);
    }
}

}  // namespace backup
