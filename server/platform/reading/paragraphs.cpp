#include "reading/paragraphs.hpp"

#include <algorithm>
#include <array>

#include "base/thai_text.hpp"
#include "base/utf8.hpp"

namespace reading {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

constexpr std::string_view bullets[] = {"-", "–", "•", "●", "▪", "◦", "*", "o", "»", "➢", "✓", ""};

// The bullet at the beginning, with the spaces behind it; empty if there is none. "o" and "*" need a space behind them, a dash too.
std::string_view bullet(std::string_view text) {
    for (const auto mark : bullets) {
        if (!text.starts_with(mark)) continue;
        const auto text_begins = text.find_first_not_of(' ', mark.size());
        if (text_begins != std::string_view::npos && text_begins > mark.size()) return text.substr(0, text_begins);
        if (mark == "•") return text.substr(0, mark.size());
    }
    return {};
}

// "1)", "2.1)", "3.6 ", "(4)", "ก.": begins something new.
bool is_numbered(std::string_view text) {
    std::size_t at = text.starts_with('(') ? 1 : 0;
    const auto digits = at;
    while (at < text.size() && (is_digit(text[at]) || (text[at] == '.' && at > digits))) ++at;
    if (at == digits || at - digits > 8) return false;
    const char last = text[at - 1], next = at < text.size() ? text[at] : ' ';
    return next == ')' || (last == '.' && at < text.size()) ||
           (next == ' ' && text.substr(digits, at - digits).find('.') != std::string_view::npos);
}

bool begins_anew(const Line& line) {
    return line.shape != Shape::plain || !bullet(line.text).empty() || is_numbered(line.text);
}

// "ความเห็น (2)": what readers wrote follows.
bool is_comment_heading(const std::string& text) {
    const auto small = lower(text);
    for (const std::string_view word : {"ความเห็น", "ความคิดเห็น", "comments", "comment"})
        if (small.starts_with(word) && small.size() < word.size() + 8 &&
            small.find_first_not_of("0123456789 ():", word.size()) == std::string::npos)
            return true;
    return false;
}

bool is_thai_letter(char32_t c) {
    return c >= U'ก' && c <= U'๎';
}

char32_t last_character(std::string_view text) {
    auto at = text.size() - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
    return base::next_character(text, at);
}

// Thai has no spaces between words, so a broken Thai line goes on without one; anything else needs it.
void join(std::string& text, std::string_view next) {
    std::size_t begin = 0;
    if (!is_thai_letter(last_character(text)) || !is_thai_letter(base::next_character(next, begin))) text.push_back(' ');
    text.append(next);
}

void collapse_spaces(std::string& text) {
    text.erase(std::unique(text.begin(), text.end(), [](char a, char b) { return a == ' ' && b == ' '; }), text.end());
}

// The lines between two blank ones (or, on paper, of one column) and how wide they are.
struct Measure {
    std::size_t left = 0, right = 0;

    std::size_t end(const Line& line) const { return line.column + width(line.text); }
    void add(const Line& line) {
        left = right == 0 ? line.column : std::min(left, line.column);
        right = std::max(right, end(line));
    }
    // A line that reaches at least this part of the way to the right edge was broken by the edge, not by its writer.
    bool is_full(const Line& line, double part) const {
        return right > left && static_cast<double>(end(line) - left) >= part * static_cast<double>(right - left);
    }
};

class Joiner {
  public:
    void start(const Line& line) {
        Paragraph paragraph{line.text, line.shape};
        if (const auto mark = bullet(line.text); !mark.empty()) {
            paragraph.text.erase(0, mark.size());
            paragraph.shape = Shape::item;
        }
        if (is_comment_heading(line.text)) paragraph.shape = Shape::comments;
        paragraphs_.push_back(std::move(paragraph));
    }
    void go_on(const Line& line) { join(paragraphs_.back().text, line.text); }

    std::vector<Paragraph> finish() {
        for (auto& paragraph : paragraphs_) {
            paragraph.text = base::tidy(paragraph.text);
            collapse_spaces(paragraph.text);
        }
        std::erase_if(paragraphs_, [](const Paragraph& paragraph) { return paragraph.text.empty(); });
        return std::move(paragraphs_);
    }

  private:
    std::vector<Paragraph> paragraphs_;
};

// How wide each page or column is.
std::vector<Measure> measure_parts(const Lines& lines) {
    std::vector<Measure> measures(1);
    for (const auto& line : lines) {
        if (line.text == page_break)
            measures.emplace_back();
        else if (!line.blank())
            measures.back().add(line);
    }
    return measures;
}

// Paper: blank lines say little (a PDF's text has them anywhere), the edges say all.
class PaperJoiner {
  public:
    explicit PaperJoiner(const Lines& lines) : measures_(measure_parts(lines)) {}

    void take(const Line& line) {
        if (line.text == page_break) {
            turned_ = true;
            ++part_;
        } else if (line.blank()) {
            ++blanks_;
        } else {
            goes_on(line) ? joiner_.go_on(line) : joiner_.start(line);
            remember(line);
        }
    }
    std::vector<Paragraph> finish() { return joiner_.finish(); }

  private:
    bool goes_on(const Line& line) const {
        if (before_ == nullptr || !before_full_ || begins_anew(line)) return false;
        const bool indented = line.column > before_->column + 4;
        return turned_ || (!indented && blanks_ < 2);
    }
    void remember(const Line& line) {
        constexpr double nearly = 0.8;
        before_ = &line;
        before_full_ = measures_[part_].is_full(line, nearly);
        blanks_ = 0;
        turned_ = false;
    }

    std::vector<Measure> measures_;
    Joiner joiner_;
    const Line* before_ = nullptr;
    bool before_full_ = false, turned_ = false;  // turned: a page or column ended since
    std::size_t blanks_ = 0, part_ = 0;
};

std::vector<Paragraph> join_paper(const Lines& lines) {
    PaperJoiner joiner(lines);
    for (const auto& line : lines) joiner.take(line);
    return joiner.finish();
}

// A mail or a typed text: several lines of nearly one width, none of them very long.
bool is_wrapped(const Line* begin, const Line* end) {
    constexpr std::size_t fewest = 3, narrowest = 50, widest = 130;
    if (end - begin < static_cast<std::ptrdiff_t>(fewest)) return false;
    Measure measure;
    for (const auto* line = begin; line != end; ++line) measure.add(*line);
    measure.left = 0;
    const bool none_anew = std::none_of(begin + 1, end, begins_anew);
    return none_anew && measure.right >= narrowest && measure.right <= widest &&
           std::all_of(begin, end - 1, [&](const Line& line) { return measure.is_full(line, 0.8); });
}

std::vector<Paragraph> join_screen(const Lines& lines) {
    Joiner joiner;
    const auto* const all_end = lines.data() + lines.size();
    for (const auto* line = lines.data(); line != all_end;) {
        const auto* const end = std::find_if(line, all_end, [](const Line& one) { return one.blank() || one.text == page_break; });
        const bool wrapped = is_wrapped(line, end);
        for (const auto* one = line; one != end; ++one) wrapped&& one != line ? joiner.go_on(*one) : joiner.start(*one);
        line = end == all_end ? end : end + 1;
    }
    return joiner.finish();
}

}  // namespace

bool is_laid_out(const Lines& lines) {
    std::size_t written = 0, indented = 0;
    for (const auto& line : lines) {
        if (line.blank() || line.text == page_break) continue;
        ++written;
        indented += line.column >= 4;
    }
    return written >= 4 && indented * 2 >= written;
}

std::vector<Paragraph> join_lines(const Lines& lines) {
    return is_laid_out(lines) ? join_paper(lines) : join_screen(lines);
}

}  // namespace reading
