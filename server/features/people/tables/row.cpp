#include "people/tables/row.hpp"

#include <algorithm>

#include "base/encoding.hpp"
#include "base/period.hpp"
#include "base/thai_text.hpp"
#include "http/problem.hpp"

namespace people {

namespace {

constexpr std::size_t most_rows = 50'000;
constexpr std::size_t longest_name = 300;
constexpr std::size_t longest_text = 200;

// Characters as people count them.
std::size_t length(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char byte) { return (byte & 0xC0) != 0x80; }));
}

}  // namespace

Row::Row(base::csv::Table::Line line, const std::vector<base::csv::Column>& columns)
    : line_(static_cast<std::int64_t>(line.line)), cells_(std::move(line.cells)), columns_(columns) {
    for (std::size_t i = 0; i < cells_.size(); ++i) {
        if (cells_[i] == base::no_value) wrong_.push_back({line_, std::string(columns_[i].key), "cell_without_value", ""});
        cells_[i] = base::tidy(cells_[i]);
    }
    if (line.ragged) wrong_.push_back({line_, "", "ragged_row", ""});
}

void Row::refuse(std::size_t column, std::string_view code) {
    refuse(column, code, cells_[column]);
}

void Row::refuse(std::size_t column, std::string_view code, std::string_view value) {
    wrong_.push_back({line_, std::string(columns_[column].key), std::string(code), std::string(value)});
}

std::string Row::text_of(std::size_t column, std::size_t longest) {
    if (length(cells_[column]) <= longest) return cells_[column];
    refuse(column, "cell_too_long");
    return {};
}

void Row::read(std::size_t column, std::string& target) {
    if (auto text = text_of(column, longest_text); !text.empty()) target = std::move(text);
}

void Row::read(std::size_t column, std::optional<base::Date>& target, Edge edge) {
    if (cells_[column].empty()) return;
    if (const auto period = base::read_period(cells_[column]))
        target = edge == Edge::begins ? period->first : period->last;
    else
        refuse(column, "bad_date");
}

void Row::read_name(std::size_t column, std::string& target) {
    if (cells_[column].empty()) return refuse(column, "required");
    target = text_of(column, longest_name);
}

void Row::check_email(std::size_t column) {
    const auto& text = cells_[column];
    const auto at = text.find('@');
    if (!text.empty() && (at == std::string::npos || at == 0 || at + 1 == text.size() || text.find(' ') != std::string::npos))
        refuse(column, "bad_email");
}

std::vector<Row> read_rows(std::string_view bytes, const std::vector<base::csv::Column>& columns, base::ImportReport& report) {
    const auto decoded = base::decode(bytes);
    report.encoding = base::name(decoded.encoding);
    base::csv::Table table(decoded.text, columns);
    report.missing_columns = table.missing();
    report.unknown_columns = table.unknown();
    std::vector<Row> rows;
    if (!report.missing_columns.empty()) return rows;
    while (auto line = table.next()) {
        if (rows.size() == most_rows) throw http::Problem(422, "too_many_rows", {{"max", std::int64_t{most_rows}}});
        rows.emplace_back(std::move(*line), columns);
    }
    report.rows = static_cast<std::int64_t>(rows.size());
    return rows;
}

void report_wrong(const std::vector<Row>& rows, base::ImportReport& report) {
    for (const auto& row : rows) {
        if (row.good()) continue;
        ++report.wrong;
        report.wrong_rows.insert(report.wrong_rows.end(), row.wrong().begin(), row.wrong().end());
    }
}

}  // namespace people
