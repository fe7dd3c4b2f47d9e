#include "people/tables/area_words.hpp"

#include <array>
#include <vector>

#include "people/names.hpp"

namespace people {

namespace {

using areas::Level;

constexpr std::size_t enough = 50;

// "ต.ท่าซัก", "ตำบลท่าซัก" and "ท่าซัก" are one place.
std::string bare(std::string_view name) {
    for (const std::string_view word : {"ตำบล", "ต.", "แขวง", "อำเภอ", "อ.", "เขต", "จังหวัด", "จ."})
        if (name.starts_with(word)) return comparable(name.substr(word.size()));
    return comparable(name);
}

bool is_called(db::Session& db, base::AreaId id, const std::string& name) {
    const auto area = areas::find(db, id);
    return area && (comparable(area->name) == name || comparable(area->name_en) == name);
}

}  // namespace

std::optional<base::AreaId> AreaWords::find(const Words& words) {
    const auto [known, is_new] = known_.try_emplace(words);
    if (is_new) known->second = look_up(words);
    return known->second;
}

// From the smallest place that is named; those above must be called as the row says.
std::optional<base::AreaId> AreaWords::look_up(const Words& words) {
    if (!words.code.empty()) {
        const auto area = areas::find(db_, comparable(words.code));
        return area ? std::optional(area->id) : std::nullopt;
    }
    std::vector<std::string> wanted;
    for (const auto* word : {&words.subdistrict, &words.district, &words.province}) wanted.push_back(bare(*word));
    constexpr std::array levels{Level::subdistrict, Level::district, Level::province};
    std::size_t smallest = 0;
    while (wanted[smallest].empty()) ++smallest;

    std::vector<base::AreaId> fitting;
    for (const auto& found : areas::suggest(db_, {.text = wanted[smallest], .near = {}, .limit = enough})) {
        bool fits = found.level == levels[smallest] && is_called(db_, found.id, wanted[smallest]);
        auto above = areas::parent_of(found.id);
        for (auto level = smallest + 1; fits && level < wanted.size() && above; ++level, above = areas::parent_of(*above))
            fits = wanted[level].empty() || is_called(db_, *above, wanted[level]);
        if (fits) fitting.push_back(found.id);
    }
    return fitting.size() == 1 ? std::optional(fitting.front()) : std::nullopt;
}

}  // namespace people
