#include "goals/discretion/few.hpp"

#include <algorithm>
#include <ranges>

namespace goals {

namespace {

// A total and what it is made of.
struct Line {
    const Cell* total;
    std::vector<Cell*> parts;
};

Cell* smallest_told(const Line& line) {
    const auto is_told = [](const Cell* part) { return part->people && !part->hidden; };
    // Zeros say least: they go last.
    const auto size = [](const Cell* part) { return std::pair(*part->people == base::Decimal{}, *part->people); };
    auto told = line.parts | std::views::filter(is_told);
    const auto smallest = std::ranges::min_element(told, {}, size);
    return smallest == told.end() ? nullptr : *smallest;
}

// Whether a hidden number of the line follows from what is told.
bool tells(const Line& line) {
    if (!line.total->people) return false;
    const auto is_hidden = [](const Cell* part) { return part->hidden; };
    const auto hidden = std::ranges::count_if(line.parts, is_hidden);
    if (line.total->hidden) return hidden == 0;
    if (hidden < 2) return hidden == 1;
    base::Decimal left;
    for (const auto* part : line.parts)
        if (part->hidden) left.value += part->people->value;
    return is_few(left);
}

bool settle(const Line& line) {
    bool changed = false;
    while (tells(line)) {
        auto* more = smallest_told(line);
        if (more == nullptr) break;
        changed = more->hidden = true;
    }
    return changed;
}

Line row(std::vector<Cell>& cells) {
    Line line{&cells.front(), {}};
    for (auto& cell : cells | std::views::drop(1)) line.parts.push_back(&cell);
    return line;
}

Line column(CellTable& table, std::size_t place) {
    Line line{&table.front()[place], {}};
    for (auto& cells : table | std::views::drop(1)) line.parts.push_back(&cells[place]);
    return line;
}

}  // namespace

void hide_what_tells(CellTable& table) {
    const std::size_t settled = table.size() > 1 ? 1 : 0;
    for (bool changed = true; changed;) {
        changed = false;
        for (auto& cells : table | std::views::drop(settled)) changed |= settle(row(cells));
        for (std::size_t place = 0; place < table.front().size(); ++place) changed |= settle(column(table, place));
    }
}

}  // namespace goals
