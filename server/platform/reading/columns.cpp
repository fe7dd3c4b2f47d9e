#include "reading/columns.hpp"

#include <algorithm>
#include <optional>

#include "base/utf8.hpp"

namespace reading {
namespace {

constexpr std::size_t narrowest_gutter = 2;   // spaces between the columns
constexpr std::size_t narrowest_column = 24;  // characters a line of a column has on average: cells of a table have fewer
constexpr std::size_t fewest_rows = 5;        // lines that have both columns

// A line as characters at their columns on the page.
struct Row {
    std::u32string text;
    std::vector<std::size_t> written{0};  // characters that are no space before each column

    std::size_t size() const { return text.size(); }
    std::size_t characters(std::size_t begin, std::size_t end) const {
        const auto last = std::min(end, size());
        return begin < last ? written[last] - written[begin] : 0;
    }
};

Row row_of(const Line& line) {
    Row row{std::u32string(line.column, U' ')};
    for (std::size_t at = 0; at < line.text.size();) row.text.push_back(base::next_character(line.text, at));
    for (const auto c : row.text) row.written.push_back(row.written.back() + (c != U' '));
    return row;
}

enum class Side { blank, left, right, both, across };

// Where the text of a row stands as seen from a gutter that ends before `column`.
Side side(const Row& row, std::size_t column) {
    const bool left = row.characters(0, column) > 0, right = row.characters(column, row.size()) > 0;
    if (!left || !right) return left ? Side::left : right ? Side::right : Side::blank;
    auto gap_begin = column, gap_end = column;
    while (row.text[gap_begin - 1] == U' ') --gap_begin;
    while (row.text[gap_end] == U' ') ++gap_end;
    return gap_end - gap_begin >= narrowest_gutter ? Side::both : Side::across;
}

struct Gutter {
    std::size_t column = 0;  // the right column begins here at the earliest
    std::size_t both = 0, across = 0;
    std::size_t left_characters = 0, right_characters = 0;

    double worth() const { return static_cast<double>(both) - 4.0 * static_cast<double>(across); }
    bool holds() const {
        return both >= fewest_rows && across * 8 <= both && std::min(left_characters, right_characters) >= narrowest_column * both;
    }
};

Gutter measure(const std::vector<Row>& rows, std::size_t column) {
    Gutter gutter{column};
    for (const auto& row : rows) {
        const auto where = side(row, column);
        gutter.both += where == Side::both;
        gutter.across += where == Side::across;
        if (where != Side::both) continue;
        gutter.left_characters += row.characters(0, column);
        gutter.right_characters += row.characters(column, row.size());
    }
    return gutter;
}

std::optional<std::size_t> find_gutter(const std::vector<Row>& rows) {
    std::size_t widest = 0;
    for (const auto& row : rows) widest = std::max(widest, row.size());
    constexpr std::size_t widest_page = 400;  // a line of a web page is no row of a printed one
    if (widest > widest_page) return {};
    Gutter best;
    for (std::size_t column = narrowest_column; column + narrowest_column < widest; ++column) {
        const auto gutter = measure(rows, column);
        if (gutter.holds() && (best.column == 0 || gutter.worth() > best.worth())) best = gutter;
    }
    return best.column != 0 ? std::optional(best.column) : std::nullopt;
}

Line cut(const Row& row, std::size_t begin, std::size_t end, Shape shape) {
    const auto last = std::min(end, row.size());
    Line line{{}, begin, shape};
    while (line.column < last && row.text[line.column] == U' ') ++line.column;
    for (auto at = line.column; at < last; ++at) base::append_character(line.text, row.text[at]);
    line.text.resize(line.text.find_last_not_of(' ') + 1);
    return line;
}

void append(Lines& to, Lines&& from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
    from.clear();
}

Lines untangle_page(const Lines& page) {
    std::vector<Row> rows;
    for (const auto& line : page) rows.push_back(row_of(line));
    const auto gutter = find_gutter(rows);
    if (!gutter) return page;

    Lines result, left, right;
    const auto flush = [&] {
        append(result, untangle_page(left));
        result.push_back({std::string(page_break)});
        append(result, untangle_page(right));
        left.clear();
        right.clear();
    };
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool across = side(rows[i], *gutter) == Side::across;
        if (across) {
            flush();
            result.push_back(page[i]);
            continue;
        }
        left.push_back(cut(rows[i], 0, *gutter, page[i].shape));
        right.push_back(cut(rows[i], *gutter, rows[i].size(), page[i].shape));
    }
    flush();
    return result;
}

}  // namespace

Lines untangle_columns(const Lines& lines) {
    Lines result, page;
    for (const auto& line : lines) {
        if (line.text != page_break) {
            page.push_back(line);
            continue;
        }
        append(result, untangle_page(page));
        page.clear();
        result.push_back(line);
    }
    append(result, untangle_page(page));
    return result;
}

}  // namespace reading
