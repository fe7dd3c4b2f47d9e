#include "app/demo/live.hpp"

#include "app/demo/told.hpp"

namespace app::demo {

namespace json = boost::json;

void add_room(Inside& inside, const json::object& told, const std::string& room) {
    inside.post(room, json::object{});
    for (const auto& each : list(told, "asks")) {
        const auto& ask = each.as_object();
        const json::object form{{"kind", ask.at("kind")}, {"question", ask.at("question")}};
        const auto reply = inside.post(room + "/asks", form).as_object();
        const auto id = reply.at("state").at("asks").as_array().back().at("id");
        const auto at = room + "/asks/" + std::to_string(id.as_int64());
        inside.put(at, {{"state", "open"}});
        for (const auto& card : list(ask, "cards")) {
            auto written = card.as_object();
            written["ask"] = id;
            inside.post(room + "/cards", written);
        }
        if (ask.contains("hands")) inside.put(at + "/counted", {{"hands", ask.at("hands")}});
    }
    if (told.contains("speakers")) inside.put(room + "/round", {{"names", told.at("speakers")}});
    inside.post(room + "/close", json::object{});
}

void add_gifts(Inside& inside, const json::object& told, const std::string& session) {
    const auto path = text(inside.post(session + "/group-links", json::object{}).as_object(), "path");
    const auto link = "/api" + path.substr(0, path.find('?'));
    for (const auto& entry : list(told, "gifts")) {
        const auto& gift = entry.as_object();
        inside.post(link + "/" + text(gift, "what"), gift.at("form"));
    }
}

}  // namespace app::demo
