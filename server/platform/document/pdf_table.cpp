#include "document/pdf_table.hpp"

#include <algorithm>

namespace document {

namespace {

constexpr double padding = 4, cell_size = 14;

struct Cell {
    LaidOut text;
    double x{};
    std::size_t drawn = 0;  // of its lines
};

class TableDrawing {
  public:
    TableDrawing(Canvas& canvas, const Table& table) : canvas_{canvas}, table_{table} {
        double shares = 0, x = Page::left;
        for (const auto& column : table.columns) shares += column.share;
        for (const auto& column : table.columns) {
            edges_.push_back(x);
            x += Page::body * column.share / shares;
        }
        edges_.push_back(Page::left + Page::body);
    }

    void draw() {
        canvas_.open("Table");
        canvas_.need(height_of_first_rows());
        draw_heads();
        for (const auto& row : table_.rows) draw_row(row);
        canvas_.close();
    }

  private:
    std::vector<Cell> lay_out(const std::vector<std::string>& texts, Weight weight) const {
        std::vector<Cell> cells;
        for (std::size_t i = 0; i < table_.columns.size(); ++i) {
            const auto align = weight == Weight::bold ? Align::middle : table_.columns[i].align;
            const Setting setting{.size = cell_size, .width = edges_[i + 1] - edges_[i] - 2 * padding, .align = align, .weight = weight};
            cells.push_back({canvas_.lay_out(i < texts.size() ? texts[i] : "", setting), edges_[i] + padding});
        }
        return cells;
    }

    double height_of(const std::vector<Cell>& cells) const {
        double height = table_.least_height;
        for (const auto& cell : cells) height = std::max(height, cell.text.height + padding);
        return height;
    }

    // The first row of all, and one beneath it; of a row longer than a page only its beginning.
    double height_of_first_rows() const {
        double height = table_.heads.empty() ? 0 : height_of(lay_out(table_.heads, Weight::bold));
        if (!table_.rows.empty()) height += height_of(lay_out(table_.rows.front(), Weight::regular));
        return std::min(height, points(5));
    }

    void draw_heads() {
        if (table_.heads.empty()) return;
        auto cells = lay_out(table_.heads, Weight::bold);
        slice(cells, "TH", table_.least_height > 0 ? 0 : table_.least_height);
    }

    // A row that fits on no page goes on on the next one, line by line.
    void draw_row(const std::vector<std::string>& texts) {
        auto cells = lay_out(texts, Weight::regular);
        if (height_of(cells) > canvas_.room()) turn_page();
        while (!slice(cells, "TD", table_.least_height)) turn_page();
    }

    void turn_page() {
        canvas_.need(Page::height);
        draw_heads();
    }

    // As much of the cells as there is room for; true when nothing is left of them.
    bool slice(std::vector<Cell>& cells, const std::string& tag, double least) {
        const double top = canvas_.y(), room = canvas_.room() - padding;
        double height = std::min(least, canvas_.room());
        bool all = true;
        canvas_.open("TR");
        for (auto& cell : cells) {
            canvas_.open(tag);
            double used = 0;
            for (; cell.drawn < cell.text.lines.size() && used + cell.text.lines[cell.drawn].height <= room; ++cell.drawn) {
                canvas_.draw(cell.text.lines[cell.drawn], cell.x, top + used);
                used += cell.text.lines[cell.drawn].height;
            }
            canvas_.close();
            height = std::max(height, used + padding);
            all = all && cell.drawn == cell.text.lines.size();
        }
        canvas_.close();
        if (table_.rules == Rules::all) rule(top, top + height);
        canvas_.move_down(height);
        return all;
    }

    void rule(double top, double bottom) const {
        for (const double x : edges_) canvas_.stroke(x, top, x, bottom);
        for (const double y : {top, bottom}) canvas_.stroke(edges_.front(), y, edges_.back(), y);
    }

    Canvas& canvas_;
    const Table& table_;
    std::vector<double> edges_;
};

}  // namespace

void draw_table(Canvas& canvas, const Table& table) {
    if (!table.columns.empty()) TableDrawing{canvas, table}.draw();
}

}  // namespace document
