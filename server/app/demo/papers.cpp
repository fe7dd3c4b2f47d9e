#include "app/demo/papers.hpp"

namespace app::demo {

namespace json = boost::json;

// Which word or photo of the session it is about: by its place among them.
static json::object about(const json::object& session, const json::object& consent, const char* what, const char* list) {
    auto form = consent.at("form").as_object();
    if (consent.contains(what)) form[what] = session.at(list).as_array().at(consent.at(what).to_number<std::size_t>()).at("id");
    return form;
}

void add_consents(Inside& inside, const std::string& session, const json::object& told) {
    if (!told.contains("consents")) return;
    const auto shown = inside.get(session).as_object();
    for (const auto& entry : told.at("consents").as_array()) {
        const auto& consent = entry.as_object();
        inside.post(session + "/consents",
                    consent.contains("point") ? about(shown, consent, "point", "points") : about(shown, consent, "photo", "photos"));
    }
}

static void add_amendment(Inside& inside, const std::string& minutes, const json::object& told) {
    const auto reply = inside.post(minutes + "/amendments", told.at("form")).as_object();
    if (!told.contains("settled")) return;
    const auto id = reply.at("amendments").as_array().back().at("id").as_int64();
    inside.put(minutes + "/amendments/" + std::to_string(id), told.at("settled"));
}

void add_minutes(Inside& inside, const std::string& session, const json::object& told) {
    if (!told.contains("minutes")) return;
    const auto& minutes = told.at("minutes").as_object();
    const auto path = session + "/minutes";
    inside.put(path, {{"paragraphs", minutes.at("paragraphs")}, {"edit", 0}});
    if (minutes.contains("amendments"))
        for (const auto& amendment : minutes.at("amendments").as_array()) add_amendment(inside, path, amendment.as_object());
    if (minutes.contains("approved_by"))
        inside.post(path + "/approve", {{"on", inside.get(session).as_object().at("date")}, {"by", minutes.at("approved_by")}});
}

}  // namespace app::demo
