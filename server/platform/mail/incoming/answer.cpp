#include "mail/incoming/answer.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/locale.hpp"
#include "base/thai_text.hpp"
#include "mail/words/address.hpp"

namespace mail {

namespace {

using Lines = std::vector<std::string>;

Lines lines_of(const std::string& text) {
    Lines lines;
    for (std::size_t begin = 0; begin <= text.size();) {
        const auto end = std::min(text.find('\n', begin), text.size());
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

std::string_view trimmed(std::string_view line) {
    const auto begin = line.find_first_not_of(" \t");
    return begin == std::string_view::npos ? std::string_view{} : line.substr(begin, line.find_last_not_of(" \t") - begin + 1);
}

bool is_quoted(const std::string& line) {
    return trimmed(line).starts_with('>');
}

template <class Marks>
bool begins_with_any(std::string_view line, const Marks& marks) {
    return std::ranges::any_of(marks, [&](std::string_view mark) { return line.starts_with(mark); });
}

// Behind one of these stands the mail that was answered, or nothing of the writer's.
constexpr std::array<std::string_view, 9> ends{"-----original message", "----- original message", "---------- forwarded",
                                               "----- ข้อความต้นฉบับ",     "-----ข้อความต้นฉบับ",       "________________",
                                               "sent from my ",         "ส่งจาก iphone",           "get outlook for "};

bool is_end(std::string_view line) {
    return line == "--" || line == "-- " || begins_with_any(lower(trimmed(line)), ends) ||
           line.find(base::say(base::Language::th, "mail_answer_above")) != std::string_view::npos ||
           line.find(base::say(base::Language::en, "mail_answer_above")) != std::string_view::npos;
}

// "On Sat, 21 Nov 2026 at 22:00, Lomwong <…> wrote:", "เมื่อ ส. 21 พ.ย. 2026 เวลา 22:00 … เขียนว่า:"
bool ends_attribution(std::string_view line) {
    constexpr std::array<std::string_view, 3> endings{"wrote:", "เขียนว่า:", "เขียน:"};
    return std::ranges::any_of(endings, [&](std::string_view ending) { return line.ends_with(ending); });
}

bool begins_attribution(std::string_view line) {
    constexpr std::array<std::string_view, 5> beginnings{"On ", "เมื่อ ", "เมื่อวัน", "ในวันที่ ", "วันที่ "};
    return begins_with_any(line, beginnings);
}

// "From: …" with "Sent:" or "Subject:" soon behind it: how Outlook heads what it puts under an answer.
bool is_head_of_original(const Lines& lines, std::size_t at) {
    constexpr std::array<std::string_view, 2> from{"From: ", "จาก: "};
    constexpr std::array<std::string_view, 4> sent{"Sent: ", "Date: ", "ส่ง: ", "วันที่: "};
    if (!begins_with_any(trimmed(lines[at]), from)) return false;
    const auto last = std::min(at + 4, lines.size());
    return std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(at), lines.begin() + static_cast<std::ptrdiff_t>(last),
                       [&](const std::string& line) { return begins_with_any(trimmed(line), sent); });
}

// An attribution may be broken into up to three lines.
bool is_attribution(const Lines& lines, std::size_t at) {
    if (!begins_attribution(trimmed(lines[at]))) return false;
    const auto last = std::min(at + 3, lines.size());
    return std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(at), lines.begin() + static_cast<std::ptrdiff_t>(last),
                       [](const std::string& line) { return ends_attribution(trimmed(line)); });
}

}  // namespace

std::string answer_in(std::string_view text) {
    const auto lines = lines_of(base::tidy(text));
    std::string answer;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        if (is_end(lines[at]) || is_head_of_original(lines, at) || is_attribution(lines, at)) break;
        if (!is_quoted(lines[at])) answer += lines[at] + "\n";
    }
    const auto begin = answer.find_first_not_of(" \t\n");
    return begin == std::string::npos ? std::string{} : answer.substr(begin, answer.find_last_not_of(" \t\n") - begin + 1);
}

}  // namespace mail
