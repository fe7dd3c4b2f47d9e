#include "app/demo/indicators.hpp"

namespace app::demo {

namespace json = boost::json;

static void add_indicator(Inside& inside, const Names& names, const json::object& told) {
    const auto made = inside.post("/api/indicators", names.resolved(told.at("form"))).as_object();
    if (!told.contains("redefined")) return;
    auto version = made.at("version").as_int64();
    for (const auto& redefinition : told.at("redefined").as_array()) {
        const auto at = "/api/indicators/" + std::to_string(made.at("number").as_int64());
        version = inside.send(http::Method::put, at, redefinition, version).at("version").as_int64();
    }
}

void add_indicators(Inside& inside, const Names& names, const json::object& told) {
    if (!told.contains("indicators")) return;
    for (const auto& indicator : told.at("indicators").as_array()) add_indicator(inside, names, indicator.as_object());
    for (const auto& set : told.at("sets").as_array()) inside.post("/api/indicator-sets", names.resolved(set));
}

}  // namespace app::demo
