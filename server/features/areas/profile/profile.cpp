#include "areas/profile/profile.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace areas {

void check(const ProfileContent& content, json::Errors& errors) {
    for (std::size_t i = 0; i < content.population.size(); ++i) {
        const auto& one = content.population[i];
        const auto is_same_year = [&](const Population& other) { return other.year == one.year; };
        if (std::ranges::count_if(content.population, is_same_year) > 1) errors.add(fmt::format("/population/{}/year", i), "duplicate");
        if (one.households && one.households->value > one.people.value)
            errors.add(fmt::format("/population/{}/households", i), "more_households_than_people");
    }
}

ProfileContent as_shown(ProfileContent content, Level level) {
    if (level != Level::village && level != Level::community) return content;
    std::erase_if(content.population, [](const Population& one) { return one.people.value < fewest_shown; });
    for (auto& one : content.population)
        if (one.households && one.households->value < fewest_shown) one.households.reset();
    return content;
}

std::string text_of(const ProfileContent& content) {
    std::string text = content.history ? content.history->value : "";
    const auto add = [&](std::string_view more) {
        if (!text.empty()) text += '\n';
        text += more;
    };
    for (const auto& actor : content.actors) add(fmt::format("{} {}", actor.name.value, actor.role ? actor.role->value : ""));
    for (const auto& issue : content.issues) {
        add(issue.title);
        if (issue.detail) add(*issue.detail);
    }
    for (const auto& source : content.sources) add(source.title);
    return text;
}

}  // namespace areas
