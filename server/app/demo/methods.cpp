#include "app/demo/methods.hpp"

#include <fmt/format.h>

namespace app::demo {

namespace json = boost::json;

void add_methods(Inside& inside, const std::string& session, const json::object& told) {
    if (!told.contains("methods")) return;
    for (const auto& entry : told.at("methods").as_array()) {
        const auto& method = entry.as_object();
        const auto uses = inside.post(session + "/methods", method.at("use"));
        const auto answers = fmt::format("{}/methods/{}/answers", session, uses.as_array().back().at("id").as_int64());
        for (const auto& answer : method.at("answers").as_array()) inside.post(answers, answer);
    }
}

void add_groups(Inside& inside, const std::string& session, const json::object& told) {
    if (!told.contains("groups")) return;
    const auto& groups = told.at("groups").as_object();
    const auto made = inside.post(session + "/breakouts", groups.at("form")).as_array().back().as_object();
    const auto& notes = groups.at("notes").as_array();  // a list for each group
    for (std::size_t i = 0; i < notes.size(); ++i) {
        const auto on = fmt::format("{}/groups/{}/notes", session, made.at("groups").as_array().at(i).at("id").as_int64());
        for (const auto& body : notes[i].as_array()) inside.post(on, {{"body", body}});
    }
}

}  // namespace app::demo
