#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/language.hpp"
#include "base/time.hpp"

// A document as it is told to its writers: what stands in it, not where. Lengths are points, 72 to an inch, unless they say otherwise.
namespace document {

constexpr double points(double centimetres) {
    return centimetres * 72 / 2.54;
}

enum class Align : std::uint8_t { start, middle, end };
enum class Weight : std::uint8_t { regular, bold };
enum class Rules : std::uint8_t { none, all };  // the lines of a table

struct Span {
    std::string text;
    Weight weight = Weight::regular;
    double size = 0;  // 0: of the paragraph
};
using Spans = std::vector<Span>;

struct Paragraph {
    Spans spans{};
    Align align = Align::start;
    double size = 0;    // 0: of the body
    double indent = 0;  // of all its lines
    double first = 0;   // of its first line, beyond that
    double before = 0;
};

// A bookmark of the PDF and a heading of the Word file; level 1 is the widest.
struct Heading {
    int level = 1;
    std::string text;
    Align align = Align::start;
};

struct List {
    std::vector<std::string> items;
};

struct Column {
    double share = 1;  // of the width, beside the other columns
    Align align = Align::start;
};
// Its first row stands again on each page. Cells that a row lacks are empty.
struct Table {
    std::vector<Column> columns;
    std::vector<std::string> heads{};  // none: no first row
    std::vector<std::vector<std::string>> rows{};
    Rules rules = Rules::all;
    double least_height = 0;  // of a row: room for a signature
};

// A JPEG as it goes into the file. One that cannot be read is left out, and its words stay.
struct Picture {
    std::shared_ptr<const std::string> jpeg;
    std::string alternative_text;
    std::string caption;
};
// Side by side, two in a row.
struct Pictures {
    std::vector<Picture> pictures;
};
// The sign over a letter. Without a picture its place stays free: for the stamp, or for paper that has it already. At the start it stands
// beside what follows and takes no room of its own.
struct Emblem {
    std::shared_ptr<const std::string> jpeg;
    double height = points(3);
    Align align = Align::middle;
};

// "ที่ … วันที่ …": words in bold, and what is filled in over a dotted line, together as wide as the page.
struct Field {
    std::string label;
    std::string text;
};
struct FieldLine {
    std::vector<Field> fields;
};

// Where somebody signs: lines under each other in the right half, never parted by a page.
struct Signature {
    std::vector<std::string> lines;
};

// Lengths side by side that any printer can print: what they stand for before them, how much it is behind them. Never parted by a page.
enum class Fill : std::uint8_t { solid, hatched, open };
struct Bar {
    std::string label;
    std::string text;
    double share{};  // of the longest there can be: 0 to 1
    Fill fill = Fill::solid;
    std::optional<double> mark{};  // a line across it: what it is to come to
};
struct Bars {
    std::vector<Bar> bars;
};

// Short pieces down two columns on what is left of the page, in letters as large as lets all of them stand there; not even in the least
// ones, each text in them keeps its first two lines, or one.
struct Panel {
    Spans head;
    std::vector<Bar> bars;
};
struct Panels {
    std::vector<Panel> panels;
    double largest = 16, least = 11;
};

struct Space {
    double height{};
};
struct PageBreak {};

using Block = std::variant<Paragraph, Heading, List, Table, Pictures, Emblem, FieldLine, Signature, Bars, Panels, Space, PageBreak>;

enum class Numbering : std::uint8_t { none, above, below };  // above, from the second page on, as letters have it: "- 2 -"
enum class Digits : std::uint8_t { arabic, thai };

// Begins on a new page, its first.
struct Part {
    std::vector<Block> blocks{};
    Numbering numbering = Numbering::below;
    std::string head{};      // small, over each page but the first
    std::string bookmark{};  // none: no bookmark for the whole of it
};

struct Document {
    std::string title;
    std::string author;
    base::Instant made_at;
    base::Language language = base::Language::th;
    Digits digits = Digits::arabic;  // of the page numbers, and of everything after set_digits()
    std::vector<Part> parts{};
};

// Margins as the rules of correspondence have them: 3 cm to bind at, 2 cm at the other side.
struct Page {
    static constexpr double width = points(21), height = points(29.7);
    static constexpr double left = points(3), right = points(2), top = points(2.5), bottom = points(2);
    static constexpr double body = width - left - right;
};

// 0–9 become ๐–๙ where `digits` asks for it.
std::string in_digits(std::string text, Digits digits);
// All texts of the document in its digits.
void set_digits(Document& document);

// Without what is no text: broken sequences become a sign for them, control characters nothing.
std::string clean(std::string_view text);

}  // namespace document
