#include "goals/open/sdmx/area_codes.hpp"

#include <utility>

#include "goals/open/node.hpp"

namespace goals {

std::string AreaCodes::next(db::Session& db) {
    std::string text;
    if (!std::exchange(began_, true)) {
        if (const auto country = areas::find(db, base::AreaId{})) add(*country, "", text);
        return text;
    }
    const auto above = std::move(waiting_.back());
    waiting_.pop_back();
    for (const auto& area : areas::list_inside(db, above.id)) add(area, above.code, text);
    return text;
}

void AreaCodes::add(const areas::Area& area, const std::string& above, std::string& text) {
    if (std::exchange(any_, true)) text += ',';
    const auto thai = areas::title(area, base::Language::th);
    const auto english = areas::title(area, base::Language::en);
    text += Node()
                .with("id", area.code)
                .with("name", language_ == base::Language::en ? english : thai)
                .with("names", Node().with_words("th", thai).with_words("en", english))
                .with_words("parent", above)
                .text();
    if (area.level < areas::Level::village) waiting_.push_back({area.id, area.code});
}

}  // namespace goals
