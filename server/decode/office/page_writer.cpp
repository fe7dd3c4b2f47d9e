#include "decode/office/page_writer.hpp"

#include <algorithm>
#include <utility>

#include "decode/fault.hpp"

namespace decode::office {
namespace {

constexpr std::size_t longest = std::size_t{4} << 20;  // bytes, as of a plain text

std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (c == '&')
            result += "&amp;";
        else if (c == '<')
            result += "&lt;";
        else if (c == '>')
            result += "&gt;";
        else if (c == '"')
            result += "&quot;";
        else if (c == '\n')
            result += "<br>";
        else
            result += c;
    }
    return result;
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\n") == std::string_view::npos;
}

}  // namespace

void PageWriter::add(std::string_view text) {
    if (open_.empty()) return;
    open_.back() += text;
    if (open_.back().size() > longest) throw Refused(Fault::too_long, "a paragraph without end");
}

void PageWriter::end_paragraph(Role role) {
    if (open_.empty()) return;
    Paragraph done{std::move(open_.back()), role};
    open_.pop_back();
    if (!open_.empty()) return behind_.push_back(std::move(done));
    put(std::move(done));
    for (auto& inner : std::exchange(behind_, {})) put(std::move(inner));
}

void PageWriter::begin_cell() {
    if (!rows_.empty()) rows_.back().emplace_back();
}

std::string PageWriter::in_one_line(const Paragraphs& cell) {
    std::string text;
    for (const auto& paragraph : cell) text += (text.empty() ? "" : " ") + paragraph.text;
    std::ranges::replace(text, '\n', ' ');
    return text;
}

// A row of one cell is a frame around paragraphs, as offices draw them; else its cells stand in one line. A table inside a cell is text.
void PageWriter::end_row() {
    if (rows_.empty()) return;
    const auto row = std::move(rows_.back());
    rows_.pop_back();
    if (row.size() == 1) {
        for (const auto& paragraph : row.front()) put(paragraph);
        return;
    }
    std::string line;
    for (const auto& cell : row) {
        const auto text = in_one_line(cell);
        if (!is_blank(text)) line += (line.empty() ? "" : " | ") + text;
    }
    put({std::move(line), Role::plain});
}

void PageWriter::put(Paragraph paragraph) {
    if (paragraph.role == Role::left_out || is_blank(paragraph.text)) return;
    if (!rows_.empty() && !rows_.back().empty())
        rows_.back().back().push_back(std::move(paragraph));
    else
        write(paragraph);
}

void PageWriter::write(const Paragraph& paragraph) {
    const auto* const tag = paragraph.role == Role::heading ? "h2" : paragraph.role == Role::item ? "li" : "p";
    body_.append("<").append(tag).append(">").append(escaped(paragraph.text)).append("</").append(tag).append(">\n");
    if (body_.size() > longest) throw Refused(Fault::too_long, "more text than is taken at once");
}

std::string PageWriter::finish() {
    std::string page = "<!doctype html><meta charset=\"utf-8\">\n";
    if (!is_blank(title_)) page += "<title>" + escaped(title_) + "</title>\n";
    if (!written_on_.empty()) page += "<meta name=\"date\" content=\"" + escaped(written_on_) + "\">\n";
    return page + "<body>\n" + body_;
}

}  // namespace decode::office
