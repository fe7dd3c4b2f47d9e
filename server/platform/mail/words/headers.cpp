#include "mail/words/headers.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <vector>

namespace mail {

namespace {

// A line with an encoded word is at most 76 characters long (RFC 2047, 2): "Subject: =?UTF-8?B?" and "?=" take 21, and 39 bytes make 52.
constexpr std::size_t bytes_a_word = 39;
constexpr std::size_t longest_plain = 60;

bool is_control(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

bool is_plain(std::string_view text) {
    return text.size() <= longest_plain && text.find("=?") == std::string_view::npos &&
           std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x7f; });
}

std::string on_one_line(std::string_view text) {
    std::string line{text};
    std::ranges::replace_if(line, is_control, ' ');
    return line;
}

// No character is cut in two (RFC 2047, 5).
std::vector<std::string_view> cut(std::string_view text) {
    std::vector<std::string_view> pieces;
    while (text.size() > bytes_a_word) {
        auto end = bytes_a_word;
        while (end > 1 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
        pieces.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    pieces.push_back(text);
    return pieces;
}

std::string base64(std::string_view bytes) {
    constexpr int variant = sodium_base64_VARIANT_ORIGINAL;
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), variant);
    text.pop_back();  // the zero at the end
    return text;
}

std::string as_words(std::string_view line) {
    std::string words;
    for (const auto piece : cut(line)) {
        if (!words.empty()) words += "\r\n ";
        words += "=?UTF-8?B?" + base64(piece) + "?=";
    }
    return words;
}

}  // namespace

std::string encoded(std::string_view text) {
    const auto line = on_one_line(text);
    return is_plain(line) ? line : as_words(line);
}

std::string mailbox(std::string_view name, std::string_view address) {
    const auto line = on_one_line(name);
    auto in_brackets = "<" + std::string{address} + ">";
    if (line.empty()) return in_brackets;
    if (!is_plain(line)) return as_words(line) + "\r\n " + in_brackets;
    std::string quoted;
    for (const char c : line) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return '"' + quoted + "\" " + in_brackets;
}

std::string date_field(base::Instant instant) {
    constexpr std::array days{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto date = base::bangkok_date(instant);
    const auto minutes = base::bangkok_time(instant).minutes;
    return fmt::format("{}, {} {} {} {:02}:{:02}:{:02} +0700", days.at(static_cast<std::size_t>(base::weekday(date))), date.day,
                       months.at(date.month - 1), date.year, minutes / 60, minutes % 60, instant.ms / 1000 % 60);
}

}  // namespace mail
