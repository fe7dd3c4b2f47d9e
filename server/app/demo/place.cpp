#include "app/demo/place.hpp"

#include "app/demo/told.hpp"

namespace app::demo {

void tell_area(Inside& inside, const boost::json::object& told, const boost::json::value& owner) {
    const auto place = "/api/areas/" + text(told, "code");
    inside.post(place + "/profile", {{"owner", owner}, {"content", told.at("profile")}});
    for (const auto* what : {"timeline", "calendar"}) {
        auto route = place;
        route.append("/").append(what);
        for (const auto& one : list(told, what)) inside.post(route, {{"owner", owner}, {"content", one}});
    }
}

}  // namespace app::demo
