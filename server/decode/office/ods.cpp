#include <algorithm>
#include <vector>

#include "decode/office/cell_value.hpp"
#include "decode/office/open_document.hpp"
#include "decode/office/part.hpp"
#include "decode/office/table_writer.hpp"
#include "decode/office/tables.hpp"

namespace decode::office {
namespace {

constexpr int most_repeats = 1 << 20;  // rows of the largest sheet

std::size_t repeats(const Attributes& attributes, std::string_view name) {
    return static_cast<std::size_t>(std::clamp(attributes.number(name, 1), 1, most_repeats));
}

class Sheets final : public Listener {
  public:
    Sheets(TableWriter& table, std::string_view wanted) : table_(table), wanted_(wanted) {}

    bool found = false;

    void open(std::string_view name, const Attributes& attributes) override {
        if (left_out_ > 0 || name == "office:annotation") {
            ++left_out_;
            return;
        }
        if (name == "table:table") begin_sheet(attributes.get("table:name"));
        if (name == "table:table-row") {
            cells_.clear();
            column_ = 0;
            row_repeats_ = repeats(attributes, "table:number-rows-repeated");
        }
        if (name == "table:table-cell" || name == "table:covered-table-cell") begin_cell(attributes);
        if (name == "text:p" && !text_.empty()) text_ += ' ';
        if (name == "text:s" || name == "text:tab" || name == "text:line-break") text_ += ' ';
        in_text_ += name == "text:p";
    }
    void close(std::string_view name) override {
        if (left_out_ > 0) {
            --left_out_;
            return;
        }
        in_text_ -= name == "text:p";
        if (name == "table:table-cell" || name == "table:covered-table-cell") end_cell();
        if (name == "table:table-row") end_row();
        if (name == "table:table") reading_ = false;
    }
    void say(std::string_view text) override {
        if (reading_ && in_text_ > 0 && left_out_ == 0) text_ += text;
    }

  private:
    struct Cell {
        std::size_t column;
        std::string text;
    };

    void begin_sheet(std::string_view name) {
        table_.add_sheet(name);
        reading_ = !found && (wanted_.empty() || wanted_ == name);
        found |= reading_;
    }
    void begin_cell(const Attributes& attributes) {
        cell_repeats_ = repeats(attributes, "table:number-columns-repeated");
        const auto type = attributes.get("office:value-type");
        number_.clear();
        if (type == "date") number_ = date_text(attributes.get("office:date-value"));
        if (type == "float" || type == "currency" || type == "percentage") number_ = value_text(attributes.get("office:value"), {}, {});
        computed_ = attributes.find("table:formula").has_value();
        is_date_ = type == "date";
        text_.clear();
    }
    // A number is shown as somebody chose ("1,234"): the value counts, but for zeros in front of a code.
    std::string value() const {
        const bool code = text_.size() > number_.size() && text_.find_first_not_of("0123456789") == std::string::npos;
        if (!number_.empty() && (is_date_ || !code)) return number_;
        if (computed_ && (text_.empty() || text_.starts_with("Err:") || text_.starts_with('#'))) return std::string(no_value);
        return text_;
    }
    void end_cell() {
        if (!reading_) return;
        const auto text = value();
        constexpr std::size_t enough = 300;  // more than a table may have: the writer says so
        for (std::size_t i = 0; !text.empty() && i < std::min(cell_repeats_, enough); ++i) cells_.push_back({column_ + i, text});
        column_ += cell_repeats_;
    }
    void end_row() {
        if (!reading_) return;
        for (std::size_t i = 0; !cells_.empty() && i < row_repeats_; ++i)
            for (const auto& cell : cells_) table_.put(row_ + i, cell.column, cell.text);
        row_ += row_repeats_;
    }

    TableWriter& table_;
    std::string_view wanted_;
    std::vector<Cell> cells_;
    std::size_t row_ = 0, row_repeats_ = 1, column_ = 0, cell_repeats_ = 1;
    std::string text_, number_;
    int in_text_ = 0, left_out_ = 0;
    bool reading_ = false, computed_ = false, is_date_ = false;
};

}  // namespace

std::string read_ods(Package& package, std::string_view sheet) {
    refuse_locked(package);
    TableWriter table;
    Sheets sheets(table, sheet);
    read_needed_part(package, "content.xml", sheets);
    if (!sheets.found) throw Refused(Fault::no_such_sheet, "no such sheet");
    return table.finish();
}

}  // namespace decode::office
