#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "goals/indicator/indicator.hpp"
#include "records/records.hpp"

// A set of indicators: groups in an order, indicators in each. Pure.
namespace goals {

struct SetTag {
    static constexpr std::string_view kind = "indicator_set";
};
using SetId = base::Id<SetTag>;

struct SetItem {
    base::Text<1, 64> code;
    std::optional<base::Text<0, 300>> name;  // what it is called here
    std::optional<base::Whole<1, 1000>> weight;
};
BOOST_DESCRIBE_STRUCT(SetItem, (), (code, name, weight))

struct SetGroup {
    std::optional<base::Text<0, 300>> name;  // none yet: a place that waits for its name
    std::optional<base::Text<0, 300>> name_en;
    std::vector<SetItem> items;
};
BOOST_DESCRIBE_STRUCT(SetGroup, (), (name, name_en, items))

// All of a set, or, of a set that an area made its own, what it says beside its core: group n is group n of the core, an item of the same
// code is the core's under another name; groups and items that the core has not come after it.
struct SetContent {
    base::Line title;
    std::optional<base::Text<0, 300>> title_en;
    std::optional<base::Text<0, 2000>> purpose;
    std::vector<SetGroup> groups;
};
BOOST_DESCRIBE_STRUCT(SetContent, (), (title, title_en, purpose, groups))
void check(const SetContent& content, json::Errors& errors);

struct MergedItem {
    std::string code;
    std::string name;  // what it is called here; empty: as the indicator itself
    std::optional<std::int64_t> weight;
    bool is_core{};  // stands in the set that this one comes from: comparable with all who use that
};
struct MergedGroup {
    std::string name;
    std::string name_en;
    std::string core_name;  // where it is called otherwise here
    std::vector<MergedItem> items;
};
// `core` is null for a set of its own. The core's names and indicators cannot be taken away, only called otherwise.
std::vector<MergedGroup> merge(const SetContent* core, const SetContent& own);

std::set<std::string> codes_of(const SetContent& content);
records::Description describe(const SetContent& content, base::AreaId area, base::Language language);
std::string searchable(const SetContent& content);

}  // namespace goals
