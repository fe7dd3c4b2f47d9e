#include "app/demo/indicators.hpp"

#include "app/demo/told.hpp"

namespace app::demo {

namespace json = boost::json;

static void add_indicator(Inside& inside, const Names& names, const json::object& told) {
    const auto made = inside.post("/api/indicators", names.resolved(told.at("form"))).as_object();
    const auto at = "/api/indicators/" + std::to_string(made.at("number").as_int64());
    if (const auto* rule = told.if_contains("rule")) inside.put(at + "/check-rule", *rule);
    auto version = made.at("version").as_int64();
    for (const auto& redefinition : list(told, "redefined"))
        version = inside.send(http::Method::put, at, redefinition, version).at("version").as_int64();
}

void add_indicators(Inside& inside, const Names& names, const json::object& told) {
    if (!told.contains("indicators")) return;
    for (const auto& indicator : told.at("indicators").as_array()) add_indicator(inside, names, indicator.as_object());
    for (const auto& set : told.at("sets").as_array()) inside.post("/api/indicator-sets", names.resolved(set));
}

// Of each indicator, in the order of the form, a row of five numbers a group.
static void add_count(Inside& inside, const Names& names, const json::object& told) {
    inside.as({names.get(told.at("by").as_string()).id});
    const auto number = inside.post("/api/counts", names.resolved(told.at("form"))).at("number").as_int64();
    const auto count = "/api/counts/" + std::to_string(number);
    std::size_t item = 0;
    for (const auto& groups : told.at("hands").as_array()) {
        const auto of_item = count + "/items/" + std::to_string(item++) + "/groups/";
        std::size_t group = 0;
        for (const auto& levels : groups.as_array()) {
            const auto of_group = of_item + std::to_string(group++) + "/levels/";
            int level = 0;
            for (const auto& hands : levels.as_array()) inside.put(of_group + std::to_string(++level), {{"hands", hands}});
        }
    }
    inside.post(count + "/close", json::object());
}

void add_counts(Inside& inside, const Names& names, const json::object& told) {
    if (!told.contains("counts")) return;
    for (const auto& count : told.at("counts").as_array()) add_count(inside, names, count.as_object());
}

}  // namespace app::demo
