#include <algorithm>
#include <charconv>
#include <map>
#include <vector>

#include "decode/office/cell_value.hpp"
#include "decode/office/part.hpp"
#include "decode/office/table_writer.hpp"
#include "decode/office/tables.hpp"

namespace decode::office {
namespace {

constexpr std::size_t most_words = std::size_t{64} << 20;  // bytes of shared texts

struct Sheet {
    std::string name, relation;
};

class Workbook final : public Listener {
  public:
    std::vector<Sheet> sheets;  // that are shown
    Epoch epoch = Epoch::of_1900;

    void open(std::string_view name, const Attributes& attributes) override {
        if (name == "x:workbookPr" && (attributes.get("date1904") == "1" || attributes.get("date1904") == "true")) epoch = Epoch::of_1904;
        const auto state = attributes.get("state");
        if (name == "x:sheet" && (state.empty() || state == "visible"))
            sheets.push_back({std::string(attributes.get("name")), std::string(attributes.get("r:id"))});
    }
    void close(std::string_view) override {}
    void say(std::string_view) override {}
};

// Where the parts of the workbook lie. What lies outside the file has no part.
class Relations final : public Listener {
  public:
    std::map<std::string, std::string, std::less<>> parts;

    void open(std::string_view name, const Attributes& attributes) override {
        if (name != "rel:Relationship" || attributes.get("TargetMode") == "External") return;
        const auto target = attributes.get("Target");
        parts[std::string(attributes.get("Id"))] = target.starts_with('/') ? std::string(target.substr(1)) : "xl/" + std::string(target);
    }
    void close(std::string_view) override {}
    void say(std::string_view) override {}
};

class Styles final : public Listener {
  public:
    void open(std::string_view name, const Attributes& attributes) override {
        if (name == "x:numFmt") codes_[attributes.number("numFmtId", 0)] = number_format(attributes.get("formatCode"));
        if (name == "x:cellXfs") in_cells_ = true;
        if (name == "x:xf" && in_cells_) formats_.push_back(format_of(attributes.number("numFmtId", 0)));
    }
    void close(std::string_view name) override {
        if (name == "x:cellXfs") in_cells_ = false;
    }
    void say(std::string_view) override {}

    NumberFormat of(int style) const {
        return style >= 0 && static_cast<std::size_t>(style) < formats_.size() ? formats_[static_cast<std::size_t>(style)] : NumberFormat{};
    }

  private:
    NumberFormat format_of(int id) const {
        const auto known = codes_.find(id);
        return known == codes_.end() ? number_format(id) : known->second;
    }

    std::map<int, NumberFormat> codes_;
    std::vector<NumberFormat> formats_;
    bool in_cells_ = false;
};

// Texts stand once in the file, cells point to them. How Japanese is read aloud (rPh) is left out.
class SharedTexts final : public Listener {
  public:
    std::vector<std::string> texts;

    void open(std::string_view name, const Attributes&) override {
        if (name == "x:si") texts.emplace_back();
        if (name == "x:rPh") aloud_ = true;
        in_text_ = name == "x:t" && !aloud_;
    }
    void close(std::string_view name) override {
        if (name == "x:rPh") aloud_ = false;
        in_text_ = false;
    }
    void say(std::string_view text) override {
        if (!in_text_ || texts.empty()) return;
        size_ += text.size();
        if (size_ > most_words) throw Refused(Fault::too_long, "shared texts without end");
        texts.back() += text;
    }

  private:
    bool aloud_ = false, in_text_ = false;
    std::size_t size_ = 0;
};

// "C12": the column from 0; nothing for what is no place.
std::size_t column_of(std::string_view place, std::size_t otherwise) {
    constexpr std::size_t letters = 26, furthest = 20'000;
    std::size_t column = 0;
    for (const char c : place) {
        if (c < 'A' || c > 'Z' || column > furthest) break;
        column = column * letters + static_cast<std::size_t>(c - 'A') + 1;
    }
    return column == 0 ? otherwise : column - 1;
}

struct Book {
    Workbook workbook;
    Styles styles;
    SharedTexts shared;
};

class SheetReader final : public Listener {
  public:
    SheetReader(const Book& book, TableWriter& table) : book_(book), table_(table) {}

    void open(std::string_view name, const Attributes& attributes) override {
        if (name == "x:row") {
            row_ = static_cast<std::size_t>(std::max(attributes.number("r", static_cast<int>(next_row_) + 1) - 1, 0));
            next_row_ = row_ + 1;
            next_column_ = 0;
        }
        if (name == "x:c") begin_cell(attributes);
        if (name == "x:f") computed_ = true;
        in_value_ = name == "x:v" || name == "x:t";
    }
    void close(std::string_view name) override {
        in_value_ = false;
        if (name == "x:c") table_.put(row_, column_, value());
    }
    void say(std::string_view text) override {
        if (in_value_) text_ += text;
    }

  private:
    void begin_cell(const Attributes& attributes) {
        column_ = column_of(attributes.get("r"), next_column_);
        next_column_ = column_ + 1;
        type_ = attributes.get("t");
        style_ = attributes.number("s", 0);
        text_.clear();
        computed_ = false;
    }
    std::string value() const {
        if (type_ == "e" || (computed_ && text_.empty() && type_ != "str")) return std::string(no_value);
        if (type_ == "s") return shared();
        if (type_ == "b") return text_ == "1" ? "TRUE" : "FALSE";
        if (type_ == "d") return date_text(text_);
        if (type_ == "str" || type_ == "inlineStr" || text_.empty()) return text_;
        return value_text(text_, book_.styles.of(style_), book_.workbook.epoch);
    }
    std::string shared() const {
        std::size_t index = 0;
        const auto error = std::from_chars(text_.data(), text_.data() + text_.size(), index).ec;
        if (error != std::errc() || index >= book_.shared.texts.size()) throw Refused(Fault::broken, "points to a text that is not there");
        return book_.shared.texts[index];
    }

    const Book& book_;
    TableWriter& table_;
    std::size_t row_ = 0, next_row_ = 0, column_ = 0, next_column_ = 0;
    std::string type_, text_;
    int style_ = 0;
    bool computed_ = false, in_value_ = false;
};

const Sheet& choose(const std::vector<Sheet>& sheets, std::string_view wanted) {
    const auto found = std::ranges::find_if(sheets, [&](const Sheet& one) { return wanted.empty() || one.name == wanted; });
    if (found == sheets.end()) throw Refused(Fault::no_such_sheet, "no such sheet");
    return *found;
}

}  // namespace

std::string read_xlsx(Package& package, std::string_view sheet) {
    Book book;
    Relations relations;
    read_needed_part(package, "xl/workbook.xml", book.workbook);
    read_needed_part(package, "xl/_rels/workbook.xml.rels", relations);
    const auto part = relations.parts.find(choose(book.workbook.sheets, sheet).relation);
    if (part == relations.parts.end()) throw Refused(Fault::broken, "its sheet lies nowhere");
    read_part(package, "xl/styles.xml", book.styles);
    read_part(package, "xl/sharedStrings.xml", book.shared);

    TableWriter table;
    for (const auto& one : book.workbook.sheets) table.add_sheet(one.name);
    SheetReader reader(book, table);
    read_needed_part(package, part->second, reader);
    return table.finish();
}

}  // namespace decode::office
