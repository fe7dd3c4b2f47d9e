#include "areas/places/place_step.hpp"

#include "areas/area_queries.hpp"
#include "areas/places/place_queries.hpp"
#include "base/json/json.hpp"

namespace areas {

static bool stands(db::Session& db, AreaId id, const std::optional<Area>& expected) {
    const auto found = find(db, id);
    return found.has_value() == expected.has_value() && (!found || json::write(*found) == json::write(*expected));
}

imports::Written write_place(db::Tx& tx, const imports::Order&, const std::string& plan, const imports::Made&) {
    auto step = json::read_own<PlaceStep>(plan);
    if (!stands(tx, step.area.id, step.before)) return {.wrong = {0, "name", "changed_meanwhile", step.area.name}};
    const auto id = step.area.id;
    store_area(tx, AreaRow(std::move(step.area)));
    return {.made = id.value, .did = plan};
}

// Empty if it was taken back.
static std::string_view take_back(db::Tx& tx, const PlaceStep& step) {
    if (!stands(tx, step.area.id, step.area)) return "changed_since";
    if (step.before) return store_area(tx, AreaRow(*step.before)), std::string_view{};
    if (is_written_about(tx, step.area.id)) return "stood_on_since";
    delete_place(tx, step.area.id);
    return {};
}

imports::TakenBack take_back_place(db::Tx& tx, const imports::Order&, const std::string& did) {
    const auto step = json::read_own<PlaceStep>(did);
    return {std::string(take_back(tx, step)), title(step.area, base::Language::th), "/areas/" + step.area.code};
}

}  // namespace areas
