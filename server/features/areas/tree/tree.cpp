#include "areas/tree/tree.hpp"

#include <array>
#include <charconv>
#include <stdexcept>
#include <string>

#include "base/enum_names.hpp"

namespace areas {

namespace {

template <class Number>
Number number(std::string_view text) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size())
        throw std::runtime_error("the area tree holds no number: " + std::string(text));
    return value;
}

// The text up to the next separator, which is taken away with it.
std::string_view take(std::string_view& text, char separator) {
    const auto end = text.find(separator);
    const auto taken = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return taken;
}

std::optional<base::Date> day(std::string_view text) {
    return text.empty() ? std::nullopt : base::date_from_iso(text);
}

// The list from which areas that are no more are known begins here.
constexpr base::Date past_since{2007, 12, 31};

Area read_line(std::string_view line, base::Date since) {
    std::array<std::string_view, 11> cells;
    for (auto& cell : cells) cell = take(line, '\t');
    return {
        .id = {number<std::int64_t>(cells[0])},
        .last_id = {number<std::int64_t>(cells[1])},
        .code = std::string(cells[2]),
        .level = base::named<Level>(cells[3]).value(),
        .name = std::string(cells[4]),
        .name_en = std::string(cells[5]),
        .latitude = number<double>(cells[6]),
        .longitude = number<double>(cells[7]),
        .position = base::named<Position>(cells[8]).value(),
        .begins_on = day(cells[9]),
        .valid_from = cells[10].empty() ? since : past_since,
        .valid_to = day(cells[10]),
    };
}

}  // namespace

std::vector<Area> read_tree(std::string_view text, base::Date since) {
    std::vector<Area> areas;
    while (!text.empty()) areas.push_back(read_line(take(text, '\n'), since));
    return areas;
}

std::vector<Succession> read_successions(std::string_view text) {
    std::vector<Succession> successions;
    while (!text.empty()) {
        auto line = take(text, '\n');
        const auto area = take(line, '\t');
        successions.push_back({{number<std::int64_t>(area)}, {number<std::int64_t>(line)}});
    }
    return successions;
}

}  // namespace areas
