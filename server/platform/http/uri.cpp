#include "http/uri.hpp"

#include <algorithm>
#include <cstdint>

namespace http {

static int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

// Well-formed UTF-8 (The Unicode Standard, table 3-7) by its first byte: how long it is, and what the second may be. Any further byte
// is 80..BF.
struct Utf8Form {
    unsigned char first, last;
    std::size_t length;
    unsigned char second_from = 0x80, second_to = 0xBF;
};
constexpr Utf8Form utf8_forms[] = {
    {0x00, 0x7F, 1},       {0xC2, 0xDF, 2}, {0xE0, 0xE0, 3, 0xA0},       {0xE1, 0xEC, 3}, {0xED, 0xED, 3, 0x80, 0x9F}, {0xEE, 0xEF, 3},
    {0xF0, 0xF0, 4, 0x90}, {0xF1, 0xF3, 4}, {0xF4, 0xF4, 4, 0x80, 0x8F},
};

// The length of the UTF-8 character at the front, 0 if there is none.
static std::size_t utf8_length(std::string_view text) {
    const auto within = [&](std::size_t i, unsigned char from, unsigned char to) {
        return static_cast<unsigned char>(text[i]) >= from && static_cast<unsigned char>(text[i]) <= to;
    };
    const auto* form = std::ranges::find_if(utf8_forms, [&](const Utf8Form& each) { return within(0, each.first, each.last); });
    if (form == std::end(utf8_forms) || text.size() < form->length) return 0;
    if (form->length > 1 && !within(1, form->second_from, form->second_to)) return 0;
    for (std::size_t i = 2; i < form->length; ++i)
        if (!within(i, 0x80, 0xBF)) return 0;
    return form->length;
}

static bool is_utf8_without_nul(std::string_view text) {
    while (!text.empty()) {
        const auto length = text[0] == '\0' ? 0 : utf8_length(text);
        if (length == 0) return false;
        text.remove_prefix(length);
    }
    return true;
}

static std::optional<std::string> unescape(std::string_view text, char space) {
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            plain += text[i] == space ? ' ' : text[i];
            continue;
        }
        if (i + 2 >= text.size()) return std::nullopt;
        const int high = hex_digit(text[i + 1]), low = hex_digit(text[i + 2]);
        if (high < 0 || low < 0) return std::nullopt;
        plain += static_cast<char>(high * 16 + low);
        i += 2;
    }
    if (!is_utf8_without_nul(plain)) return std::nullopt;
    return plain;
}

std::optional<std::string> decode_segment(std::string_view text) {
    return unescape(text, ' ');
}

std::optional<std::vector<QueryValue>> read_query(std::string_view query) {
    std::vector<QueryValue> values;
    while (!query.empty()) {
        const auto pair = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(pair.size() + 1, query.size()));
        if (pair.empty()) continue;
        const auto name = pair.substr(0, pair.find('='));
        auto plain_name = unescape(name, '+');
        auto plain_value = unescape(pair.substr(std::min(name.size() + 1, pair.size())), '+');
        if (!plain_name || !plain_value) return std::nullopt;
        values.push_back({std::move(*plain_name), std::move(*plain_value)});
    }
    return values;
}

std::string encode_component(std::string_view text) {
    static constexpr std::string_view unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string escaped;
    escaped.reserve(text.size());
    for (const char c : text) {
        if (unreserved.find(c) != std::string_view::npos) {
            escaped += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        escaped += {'%', digits[byte >> 4U], digits[byte & 15U]};
    }
    return escaped;
}

}  // namespace http
