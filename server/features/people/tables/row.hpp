#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/bounded.hpp"
#include "base/csv.hpp"
#include "base/import.hpp"
#include "base/time.hpp"

namespace people {

// One line of a table while it is being understood: gives cells out and gathers all that is wrong.
class Row {
  public:
    Row(base::csv::Table::Line line, const std::vector<base::csv::Column>& columns);

    [[nodiscard]] std::int64_t line() const { return line_; }
    [[nodiscard]] const std::string& cell(std::size_t column) const { return cells_[column]; }
    void refuse(std::size_t column, std::string_view code);
    void refuse(std::size_t column, std::string_view code, std::string_view value);

    [[nodiscard]] bool good() const { return wrong_.empty(); }
    [[nodiscard]] const std::vector<base::WrongRow>& wrong() const { return wrong_; }

    // Each leaves `target` as it is if the cell is empty.
    template <std::size_t Min, std::size_t Max>
    void read(std::size_t column, std::optional<base::Text<Min, Max>>& target) {
        if (const auto text = text_of(column, Max); !text.empty()) target = base::Text<Min, Max>{text};
    }
    void read(std::size_t column, std::string& target);
    // A month or a year alone begins with its first day and ends with its last.
    enum class Edge : std::uint8_t { begins, ends };
    void read(std::size_t column, std::optional<base::Date>& target, Edge edge = Edge::begins);
    void read_name(std::size_t column, std::string& target);
    void check_email(std::size_t column);

  private:
    std::string text_of(std::size_t column, std::size_t longest);

    std::int64_t line_;
    std::vector<std::string> cells_;
    const std::vector<base::csv::Column>& columns_;
    std::vector<base::WrongRow> wrong_;
};

// The rows of a file; the report already knows the encoding and the columns. At most 50,000: Problem 422 `too_many_rows`.
std::vector<Row> read_rows(std::string_view bytes, const std::vector<base::csv::Column>& columns, base::ImportReport& report);

// Moves what is wrong into the report.
void report_wrong(const std::vector<Row>& rows, base::ImportReport& report);

}  // namespace people
