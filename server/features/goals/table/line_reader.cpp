#include "goals/table/line_reader.hpp"

#include <algorithm>
#include <cstring>
#include <memory>

#include "base/digits.hpp"
#include "base/encoding.hpp"

namespace goals {

namespace {

constexpr std::size_t longest_line = 16'384;
constexpr std::size_t block_size = 1 << 18;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

LineReader::Fill from_text(std::string_view text) {
    return [text](std::span<char> space) mutable {
        const auto size = std::min(space.size(), text.size());
        std::ranges::copy(text.substr(0, size), space.begin());
        text.remove_prefix(size);
        return size;
    };
}

}  // namespace

LineReader::LineReader(Fill fill) : fill_(std::move(fill)), block_(block_size, '\0') {}

LineReader::LineReader(std::string_view text) : LineReader(from_text(text)) {}

// Makes room by moving what is not read yet to the front.
bool LineReader::fill() {
    if (begin_ > 0) std::memmove(block_.data(), block_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
    const auto size = fill_(std::span(block_).subspan(end_));
    end_ += size;
    return size > 0;
}

std::optional<LineReader::Line> LineReader::next() {
    Line line{.number = ++number_, .text = {}, .is_ended = false, .is_too_long = false};
    std::size_t looked_at = 0;
    for (;;) {
        const std::string_view waiting(block_.data() + begin_, end_ - begin_);
        const auto found = waiting.find('\n', looked_at);
        line.is_ended = found != std::string_view::npos;
        line.text = line.is_ended ? waiting.substr(0, found) : waiting;
        if (line.is_ended) break;
        looked_at = waiting.size();
        if (looked_at > longest_line) {  // goes on to its end, and keeps no more than its beginning
            line.is_too_long = true;
            begin_ = end_ - 1;
            looked_at = 0;
        }
        if (!fill()) break;
    }
    if (line.text.empty() && !line.is_ended) return std::nullopt;
    begin_ += line.text.size() + (line.is_ended ? 1 : 0);
    line.is_too_long = line.is_too_long || line.text.size() > longest_line;
    line.text = line.is_too_long ? std::string_view{} : as_utf8(line.text);
    return line;
}

// Thai of the old single-byte pages shows itself in each line that has any.
std::string_view LineReader::as_utf8(std::string_view bytes) {
    if (number_ == 1 && bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
    if (bytes.ends_with('\r')) bytes.remove_suffix(1);
    if (is_ascii(bytes)) return bytes;
    decoded_ = base::decode(bytes).text;
    if (decoded_.empty()) decoded_ = "\uFFFD";  // a line of nothing but marks is not a blank one
    return decoded_;
}

namespace {

// A quoted cell, from behind its first quote; leaves the rest of the line behind its last. False if there is no last.
bool unquote(std::string_view& line, std::string& cell) {
    cell.clear();
    for (;;) {
        const auto quote = line.find('"');
        if (quote == std::string_view::npos) return false;
        cell += line.substr(0, quote);
        line.remove_prefix(quote + 1);
        if (!line.starts_with('"')) return true;
        cell += '"';
        line.remove_prefix(1);
    }
}

}  // namespace

bool split(std::string_view line, char separator, std::vector<std::string_view>& cells, std::vector<std::string>& unquoted) {
    cells.clear();
    unquoted.clear();
    unquoted.reserve(static_cast<std::size_t>(std::ranges::count(line, '"')));  // so that none moves
    for (;;) {
        const auto blank = line.find_first_not_of(' ');
        const bool is_quoted = blank != std::string_view::npos && line[blank] == '"';
        if (is_quoted) {
            line.remove_prefix(blank + 1);
            if (!unquote(line, unquoted.emplace_back())) return false;
        }
        const auto end = line.find(separator);
        cells.push_back(base::without_outer_spaces(is_quoted ? std::string_view(unquoted.back()) : line.substr(0, end)));
        if (end == std::string_view::npos) return true;
        line.remove_prefix(end + 1);
    }
}

}  // namespace goals
