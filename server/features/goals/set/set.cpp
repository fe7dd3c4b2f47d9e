#include "goals/set/set.hpp"

#include <algorithm>

#include "base/first_words.hpp"

namespace goals {

static constexpr std::size_t most_groups = 60;
static constexpr std::size_t most_items = 300;

void check(const SetContent& content, json::Errors& errors) {
    if (content.groups.size() > most_groups) errors.add("/groups", "too_many_values", {{"max", std::int64_t{most_groups}}});
    std::set<std::string> seen;
    for (std::size_t g = 0; g < content.groups.size(); ++g) {
        const auto& items = content.groups[g].items;
        for (std::size_t i = 0; i < items.size(); ++i)
            if (!seen.insert(items[i].code.value).second)
                errors.add("/groups/" + std::to_string(g) + "/items/" + std::to_string(i) + "/code", "duplicate");
    }
    if (seen.size() > most_items) errors.add("/groups", "too_many_values", {{"max", std::int64_t{most_items}}});
}

static MergedItem merged(const SetItem& item, bool is_core) {
    return {item.code.value, base::or_empty(item.name), item.weight ? std::optional(item.weight->value) : std::nullopt, is_core};
}

static MergedGroup merged(const SetGroup& group, bool is_core) {
    MergedGroup result{base::or_empty(group.name), base::or_empty(group.name_en), {}, {}};
    for (const auto& item : group.items) result.items.push_back(merged(item, is_core));
    return result;
}

static void call_otherwise(MergedItem& item, const SetItem& own) {
    if (!base::or_empty(own.name).empty()) item.name = own.name->value;
    if (own.weight) item.weight = own.weight->value;
}

static void add_own(MergedGroup& group, const SetGroup& own, const std::set<std::string>& of_core) {
    const auto name = base::or_empty(own.name);
    if (!name.empty() && name != group.name) {
        group.core_name = group.name;
        group.name = name;
        group.name_en = base::or_empty(own.name_en);
    }
    for (const auto& item : own.items) {
        const auto known = std::ranges::find(group.items, item.code.value, &MergedItem::code);
        if (known != group.items.end())
            call_otherwise(*known, item);
        else if (!of_core.contains(item.code.value))
            group.items.push_back(merged(item, false));
    }
}

std::vector<MergedGroup> merge(const SetContent* core, const SetContent& own) {
    std::vector<MergedGroup> groups;
    std::set<std::string> of_core;
    if (core != nullptr) {
        of_core = codes_of(*core);
        for (const auto& group : core->groups) groups.push_back(merged(group, true));
    }
    for (std::size_t i = 0; i < own.groups.size(); ++i) {
        if (i >= groups.size()) groups.emplace_back();
        add_own(groups[i], own.groups[i], of_core);
    }
    return groups;
}

std::set<std::string> codes_of(const SetContent& content) {
    std::set<std::string> codes;
    for (const auto& group : content.groups)
        for (const auto& item : group.items) codes.insert(item.code.value);
    return codes;
}

records::Description describe(const SetContent& content, base::AreaId area, base::Language language) {
    return {.title = content.title.value,
            .title_en = base::or_empty(content.title_en),
            .summary = base::first_words(base::or_empty(content.purpose)),
            .area_id = area,
            .language = language};
}

std::string searchable(const SetContent& content) {
    std::string text = base::or_empty(content.purpose);
    for (const auto& group : content.groups) {
        text.append("\n").append(base::or_empty(group.name));
        for (const auto& item : group.items) text.append("\n").append(item.code.value).append(" ").append(base::or_empty(item.name));
    }
    return text;
}

}  // namespace goals
