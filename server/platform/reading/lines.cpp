#include "reading/lines.hpp"

#include <unicode/uchar.h>

#include <algorithm>

#include "base/utf8.hpp"

namespace reading {
namespace {

constexpr std::size_t tab_width = 8;

bool is_space(char32_t c) {
    return c == U' ' || c == U'\t' || c == U'\u00A0' || c == U'\u3000' || (c >= U'\u2000' && c <= U'\u200A');
}

// Vowels and marks that stand behind or over a consonant: no word begins with them.
bool goes_on(char32_t c) {
    return (c >= U'\u0E31' && c <= U'\u0E3A') || (c >= U'\u0E47' && c <= U'\u0E4E');
}

// "ป่ า": a PDF's text where a mark takes no room on the page. A single space that nobody wrote.
void close_gap(std::string& text) {
    const bool single = text.size() >= 4 && text.back() == ' ' && text[text.size() - 4] == '\xE0';
    if (single) text.pop_back();
}

Line make_line(std::string_view raw) {
    Line line;
    std::size_t column = 0, end = 0;
    bool begun = false;
    for (std::size_t at = 0; at < raw.size();) {
        const auto c = base::next_character(raw, at);
        if (!begun && !is_space(c)) {
            begun = true;
            line.column = column;
        }
        column += c == U'\t' ? tab_width - column % tab_width : 1;
        if (!begun) continue;
        if (goes_on(c)) close_gap(line.text);
        base::append_character(line.text, c == U'\u00A0' || c == U'\t' ? U' ' : c);
        if (!is_space(c)) end = line.text.size();
    }
    line.text.resize(end);
    return line;
}

}  // namespace

Lines split_lines(std::string_view text) {
    Lines lines;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find_first_of("\r\n\f", at), text.size());
        lines.push_back(make_line(text.substr(at, end - at)));
        if (end < text.size() && text[end] == '\f') lines.push_back({std::string(page_break)});
        at = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
    }
    return lines;
}

std::size_t width(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto kind = u_charType(static_cast<UChar32>(base::next_character(text, at)));
        if (kind != U_NON_SPACING_MARK && kind != U_FORMAT_CHAR) ++count;
    }
    return count;
}

std::string lower(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 'a' - 'A') : c; });
    return result;
}

bool is_number(std::string_view text) {
    std::size_t digits = 0;
    for (std::size_t at = 0; at < text.size(); ++digits) {
        const auto c = base::next_character(text, at);
        if (!(c >= U'0' && c <= U'9') && !(c >= U'๐' && c <= U'๙')) return false;
    }
    return digits >= 1 && digits <= 6;
}

std::vector<std::string_view> split_words(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t at = text.find_first_not_of(' '); at < text.size(); at = text.find_first_not_of(' ', at)) {
        const auto end = std::min(text.find(' ', at), text.size());
        words.push_back(text.substr(at, end - at));
        at = end;
    }
    return words;
}

}  // namespace reading
