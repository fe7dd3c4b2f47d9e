#include "areas/area.hpp"

#include <fmt/format.h>

#include <array>

namespace areas {

namespace {

using base::Language;

// How far the number of an area of this level reaches.
struct Step {
    Level level;
    std::int64_t unit;
};
constexpr std::array steps{
    Step{Level::subdistrict, 1'000},    Step{Level::district, 100'000},       Step{Level::province, 10'000'000},
    Step{Level::region, 1'000'000'000}, Step{Level::country, 10'000'000'000},
};

constexpr std::int64_t bangkok_in_tree = 310;  // region 3, province 10

bool is_bangkok(AreaId id) {
    return id.value / 10'000'000 == bangkok_in_tree;
}

std::int64_t place_number(AreaId id) {
    return id.value % 1'000;
}

struct Words {
    std::string_view full, brief;
};

Words words(const Area& area) {
    const bool bangkok = is_bangkok(area.id);
    switch (area.level) {
        case Level::province:
            return bangkok ? Words{"", ""} : Words{"จังหวัด", "จ."};
        case Level::district:
            return bangkok ? Words{"เขต", "เขต"} : Words{"อำเภอ", "อ."};
        case Level::subdistrict:
            return bangkok ? Words{"แขวง", "แขวง"} : Words{"ตำบล", "ต."};
        case Level::community:
            return {"ชุมชน", "ชุมชน"};
        case Level::country:
        case Level::region:
        case Level::village:
            break;
    }
    return {"", ""};
}

std::string village_title(const Area& area, Language language) {
    const auto moo = place_number(area.id);
    if (language == Language::en) return fmt::format("Village {} {}", moo, area.name_en);
    return fmt::format("หมู่ {} {}", moo, area.name);
}

std::string english_title(const Area& area) {
    switch (area.level) {
        case Level::province:
            return is_bangkok(area.id) ? area.name_en : area.name_en + " Province";
        case Level::district:
            return area.name_en + " District";
        case Level::subdistrict:
            return area.name_en + " Subdistrict";
        case Level::community:
            return area.name_en + " Community";
        case Level::country:
        case Level::region:
        case Level::village:
            break;
    }
    return area.name_en;
}

// "ชุมชน" may already stand in a community's name.
std::string with_word(std::string_view word, const std::string& name) {
    return name.starts_with(word) ? name : std::string(word) + name;
}

}  // namespace

Level level_of(AreaId id) {
    if (id.value % 1'000 != 0) return place_number(id) < first_community ? Level::village : Level::community;
    Level level = Level::subdistrict;
    for (std::size_t i = 1; i < steps.size() && id.value % steps[i].unit == 0; ++i) level = steps[i].level;
    return level;
}

std::optional<AreaId> parent_of(AreaId id) {
    for (const auto& step : steps) {
        const AreaId around{id.value / step.unit * step.unit};
        if (around != id) return around;
    }
    return std::nullopt;
}

bool stood_within(const Life& life, base::Date first, base::Date last) {
    return (!life.begins_on || *life.begins_on <= last) && (!life.ends_on || *life.ends_on >= first);
}

AreaId place_in(AreaId subdistrict, std::int64_t place) {
    return {subdistrict.value + place};
}

std::string place_code(std::string_view subdistrict_code, AreaId place) {
    if (level_of(place) == Level::community) return fmt::format("c{}", place.value);
    return fmt::format("{}{:02}", subdistrict_code, place_number(place));
}

std::string title(const Area& area, Language language) {
    if (area.level == Level::village) return village_title(area, language);
    return language == Language::en ? english_title(area) : with_word(words(area).full, area.name);
}

std::string short_title(const Area& area, Language language) {
    if (area.level == Level::village) return village_title(area, language);
    return language == Language::en ? area.name_en : with_word(words(area).brief, area.name);
}

std::string path_of(std::span<const Area> lineage, Language language) {
    std::string path;
    for (auto area = lineage.rbegin(); area != lineage.rend(); ++area) {
        // The country and its regions say nothing to who already reads a province, but are all there is above one.
        const bool is_wide = area->level == Level::country || area->level == Level::region;
        if (is_wide && !path.empty()) break;
        if (!path.empty()) path += language == Language::en ? ", " : " ";
        path += short_title(*area, language);
    }
    return path;
}

}  // namespace areas
