#include "app/demo/place.hpp"

namespace app::demo {

void tell_area(Inside& inside, const boost::json::object& told, const boost::json::value& owner) {
    const auto place = "/api/areas/" + std::string(told.at("code").as_string());
    inside.post(place + "/profile", {{"owner", owner}, {"content", told.at("profile")}});
    for (const std::string what : {"timeline", "calendar"}) {
        const auto* all = told.if_contains(what);
        if (all == nullptr) continue;
        for (const auto& one : all->as_array()) inside.post(place + "/" + what, {{"owner", owner}, {"content", one}});
    }
}

}  // namespace app::demo
