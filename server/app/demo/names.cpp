#include "app/demo/names.hpp"

#include <stdexcept>

namespace app::demo {

namespace json = boost::json;

static std::string_view bare(std::string_view key) {
    return key.starts_with('@') ? key.substr(1) : key;
}

const Made* Names::find(std::string_view key) const {
    const auto found = made_.find(bare(key));
    return found == made_.end() ? nullptr : &found->second;
}

const Made& Names::get(std::string_view key) const {
    if (const auto* made = find(key)) return *made;
    throw std::runtime_error("the example speaks of " + std::string(key) + ", which it did not make");
}

json::value Names::resolved(const json::value& form) const {
    if (const auto* text = form.if_string()) return text->starts_with('@') ? json::value(get(*text).id) : form;
    if (const auto* list = form.if_array()) {
        json::array items;
        for (const auto& item : *list) items.push_back(resolved(item));
        return items;
    }
    const auto* object = form.if_object();
    if (!object) return form;
    json::object members;
    for (const auto& [key, value] : *object) members[key] = key == "area" ? json::value(area_of_(value.as_string())) : resolved(value);
    return members;
}

}  // namespace app::demo
