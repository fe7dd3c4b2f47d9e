#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace decode::office {

enum class Role : std::uint8_t { plain, heading, item, left_out };

// Writes what a paper says as the plainest page that platform/reading takes in: headings, paragraphs, items, rows of tables. Paragraphs
// may stand inside others (footnotes, text boxes): they come behind the one they stand in. Throws Refused: too_long.
class PageWriter {
  public:
    void set_title(std::string_view title) { title_ = title; }
    void set_written_on(std::string_view date) { written_on_ = date; }  // ISO

    void begin_paragraph() { open_.emplace_back(); }
    void add(std::string_view text);  // "\n" breaks the line; outside a paragraph it is nothing
    void end_paragraph(Role role);

    void begin_row() { rows_.emplace_back(); }
    void begin_cell();
    void end_row();

    std::string finish();

  private:
    struct Paragraph {
        std::string text;
        Role role{};
    };
    using Paragraphs = std::vector<Paragraph>;
    using Row = std::vector<Paragraphs>;  // by cell
    static std::string in_one_line(const Paragraphs& cell);

    void put(Paragraph paragraph);
    void write(const Paragraph& paragraph);

    std::string title_, written_on_;
    std::vector<std::string> open_;  // from the outermost
    Paragraphs behind_;              // the paragraph that is open: those that stood inside it
    std::vector<Row> rows_;          // likewise
    std::string body_;
};

}  // namespace decode::office
