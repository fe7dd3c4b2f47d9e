#include "search/index/spelling.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "search/index/tokens.hpp"

namespace search {
namespace {

// Which letters are taken for each other: those of the same group; 0 is none.
std::array<std::uint8_t, 256> sound_groups() {
    std::array<std::uint8_t, 256> groups{};
    const std::u32string_view alike[] = {U"ศษสซ",    U"ณน",  U"ใไ",   U"\u0E34\u0E35", U"\u0E36\u0E37", U"\u0E38\u0E39",
                                         U"พภผ",     U"ฎด",  U"ฏตท",  U"ฐถ",           U"ธฒ",           U"ญย",
                                         U"ฬลร",     U"ขคฆ", U"ฉชฌจ", U"ฟฝ",           U"บป",           U"\u0E48\u0E49\u0E4A\u0E4B",
                                         U"\u0E31ะ", U"เแ"};
    std::uint8_t group = 0;
    for (const auto letters : alike) {
        ++group;
        for (const char byte : compact(letters)) groups[static_cast<std::uint8_t>(byte)] = group;
    }
    return groups;
}

double swap_cost(char a, char b) {
    static const auto groups = sound_groups();
    if (a == b) return 0;
    const auto group = groups[static_cast<std::uint8_t>(a)];
    return group != 0 && group == groups[static_cast<std::uint8_t>(b)] ? 0.5 : 1;
}

// Tones, thanthakhat and maitaikhu are what people leave out.
double drop_cost(char letter) {
    static const std::string light = compact(U"\u0E47\u0E48\u0E49\u0E4A\u0E4B\u0E4C");
    return light.find(letter) != std::string::npos ? 0.5 : 1;
}

}  // namespace

double spelling_distance(std::string_view a, std::string_view b, double most) {
    const auto far = most + 1;
    if (static_cast<double>(std::max(a.size(), b.size()) - std::min(a.size(), b.size())) > 2 * most) return far;
    std::vector<double> above(b.size() + 1, 0), row(b.size() + 1, 0);
    for (std::size_t j = 1; j <= b.size(); ++j) above[j] = above[j - 1] + drop_cost(b[j - 1]);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = above[0] + drop_cost(a[i - 1]);
        double least = row[0];
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] =
                std::min({above[j - 1] + swap_cost(a[i - 1], b[j - 1]), above[j] + drop_cost(a[i - 1]), row[j - 1] + drop_cost(b[j - 1])});
            least = std::min(least, row[j]);
        }
        if (least > most) return far;
        std::swap(above, row);
    }
    return above[b.size()];
}

}  // namespace search
