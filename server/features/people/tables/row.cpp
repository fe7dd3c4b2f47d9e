#include "people/tables/row.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>

#include "base/encoding.hpp"
#include "base/period.hpp"
#include "base/thai_text.hpp"
#include "http/problem.hpp"
#include "journal/journal.hpp"

namespace people {

namespace {

constexpr std::size_t most_rows = 50'000;
constexpr std::size_t most_wrong = 1'000;
constexpr std::size_t rows_a_write = 500;
constexpr std::size_t longest_name = 300;
constexpr std::size_t longest_text = 200;

// Characters as people count them.
std::size_t length(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char byte) { return (byte & 0xC0) != 0x80; }));
}

struct ImportEvent {
    std::int64_t rows{};
    std::int64_t added{};
    std::int64_t changed{};
    std::string file_hash;
};
BOOST_DESCRIBE_STRUCT(ImportEvent, (), (rows, added, changed, file_hash))

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
        for (const auto& wrong : row.wrong())
            if (report.wrong_rows.size() < most_wrong) report.wrong_rows.push_back(wrong);
    }
}

static std::string event(const Import& import) {
    std::array<unsigned char, crypto_generichash_BYTES> digest{};
    crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(import.bytes.data()), import.bytes.size(),
                       nullptr, 0);
    std::array<char, 2 * crypto_generichash_BYTES + 1> text{};
    return json::write(ImportEvent{import.report.rows, import.report.added, import.report.changed,
                                   sodium_bin2hex(text.data(), text.size(), digest.data(), digest.size())});
}

static std::string_view action_of(Subject subject) {
    return subject == Subject::organisations ? "people.organisations_imported" : "people.people_imported";
}

static TableImport begun(const Import& import, std::size_t rows) {
    TableImport kept;
    kept.entered_by = import.order.entered_by;
    kept.person_id = import.order.viewer.person;
    kept.subject = import.subject;
    kept.file_name = import.order.file_name;
    kept.rows = static_cast<std::int64_t>(rows);
    return kept;
}

static void insert_begun(db::Tx& tx, TableImport& kept) {
    kept.id = tx.new_id<ImportId>();
    kept.begun_at = tx.now();
    insert_import(tx, kept);
}

// Puts these rows, the first of which is the step `number`; returns the next one.
static std::int64_t write_some(db::Tx& tx, ImportId import, std::int64_t number, std::span<const std::size_t> rows,
                               const std::function<ImportStep(db::Tx&, std::size_t)>& put) {
    for (const auto row : rows) {
        auto step = put(tx, row);
        step.step = number++;
        insert_step(tx, import, step);
    }
    set_done(tx, import, number);
    return number;
}

ImportId write_rows(db::Database& database, std::span<const std::size_t> rows, const std::function<ImportStep(db::Tx&, std::size_t)>& put,
                    const Import& import) {
    auto kept = begun(import, rows.size());
    for (std::size_t done = 0; done < rows.size(); done += rows_a_write) {
        const auto some = rows.subspan(done, std::min(rows.size() - done, rows_a_write));
        database.write([&](db::Tx& tx) {  // may run again: all that it sets, it sets anew
            if (done == 0) insert_begun(tx, kept);
            const auto number = write_some(tx, kept.id, static_cast<std::int64_t>(done), some, put);
            if (number == kept.rows) journal::record(tx, kept.person_id, action_of(kept.subject), {kept.entered_by, 0, event(import)});
        });
    }
    return kept.id;
}

}  // namespace people
