#pragma once

#include <string>
#include <string_view>

namespace base {

// Thai digits (U+0E50 to U+0E59: E0 B9 90 to E0 B9 99) as Arabic ones; all else as it was.
inline std::string with_arabic_digits(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool is_thai =
            text.substr(at).starts_with("\xE0\xB9") && at + 2 < text.size() && text[at + 2] >= '\x90' && text[at + 2] <= '\x99';
        out += is_thai ? static_cast<char>('0' + (text[at + 2] - '\x90')) : text[at];
        if (is_thai) at += 2;
    }
    return out;
}

// Without white space at its ends, also the wide and the unbreakable one that tables are full of.
inline std::string_view without_outer_spaces(std::string_view text) {
    constexpr std::string_view spaces[] = {" ", "\t", "\r", "\n", "\u00A0", "\u3000", "\uFEFF"};
    for (bool found = true; found;) {
        found = false;
        for (const auto space : spaces) {
            if (text.starts_with(space)) text.remove_prefix(space.size()), found = true;
            if (text.ends_with(space)) text.remove_suffix(space.size()), found = true;
        }
    }
    return text;
}

}  // namespace base
