#include "db/postgres/result_row.hpp"

#include <charconv>

namespace db::postgres {

namespace {

template <class Number>
Number parsed(const ResultRow& row, int column, std::string_view problem) {
    const std::string_view text = row.text(column);
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) refuse_value(row, column, problem);
    return number;
}

// '0'-'9', 'a'-'f' as PostgreSQL writes them
int digit(char character) {
    return character <= '9' ? character - '0' : character - 'a' + 10;
}

}  // namespace

std::int64_t ResultRow::integer(int column) const {
    const std::string_view value = text(column);
    if (value == "t" || value == "f") return value == "t" ? 1 : 0;  // a comparison, which SQLite gives as 1 or 0
    return parsed<std::int64_t>(*this, column, "is no whole number");
}

double ResultRow::real(int column) const {
    return parsed<double>(*this, column, "is no number");
}

std::string ResultRow::blob(int column) const {
    std::string_view hex = text(column);
    if (!hex.starts_with("\\x")) refuse_value(*this, column, "is no blob");
    hex.remove_prefix(2);
    std::string bytes;
    bytes.reserve(hex.size() / 2);
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2) bytes.push_back(static_cast<char>(digit(hex[i]) << 4 | digit(hex[i + 1])));
    return bytes;
}

}  // namespace db::postgres
