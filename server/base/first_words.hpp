#pragma once

#include <string>
#include <string_view>

namespace base {

// The beginning of a text, for lists and link previews: at most `bytes` long, cut where a phrase ends (Thai puts spaces between phrases),
// never inside a character.
inline std::string first_words(std::string_view text, std::size_t bytes = 480) {
    if (text.size() <= bytes) return std::string(text);
    const auto space = text.find_last_of(" \n", bytes);
    auto end = space != std::string_view::npos && space > bytes / 2 ? space : bytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return std::string(text.substr(0, end)) + "…";
}

}  // namespace base
