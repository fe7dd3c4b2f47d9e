#include "goals/table/survey.hpp"

#include <algorithm>

#include "base/digits.hpp"

namespace goals {

namespace {

constexpr std::size_t most_new = 1'000;

bool is_a_name(std::string_view code) {
    return std::ranges::any_of(code, [](char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; });
}

// The code that the text stands for, where nobody knows it and it may be made.
std::optional<std::string> unknown_code(const std::string& text, const Ground& ground) {
    auto code = read_code(base::with_arabic_digits(text));
    if (code && (!is_a_name(*code) || ground.find_indicator(*code))) code.reset();
    return code;
}

}  // namespace

std::map<std::string, areas::Level> find_unknown_indicators(LineReader lines, const Ground& ground) {
    std::map<std::string, areas::Level> found;
    std::map<std::string, std::optional<std::string>> unknown_by_text;  // as it is written: its code, if it is unknown
    ValueReader reader(std::move(lines), ground);
    if (!reader.missing_columns().empty()) return found;
    while (const auto row = reader.next_cells()) {
        const auto life = ground.areas.find(area_code(row->cells[ValueReader::area]));
        if (!row->fault.empty() || life == ground.areas.end()) continue;
        const std::string text(row->cells[ValueReader::indicator]);
        auto known = unknown_by_text.find(text);
        if (known == unknown_by_text.end()) {
            if (unknown_by_text.size() == most_new) continue;
            known = unknown_by_text.emplace(text, unknown_code(text, ground)).first;
        }
        if (!known->second) continue;
        auto& level = found.try_emplace(*known->second, areas::Level::country).first->second;
        level = std::max(level, areas::level_of(life->second.id));
    }
    return found;
}

}  // namespace goals
