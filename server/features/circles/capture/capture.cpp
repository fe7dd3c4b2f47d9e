#include "circles/capture/capture.hpp"

#include <cmath>

namespace circles {

void check(const Position& position, json::Errors& errors) {
    if (std::abs(position.latitude) > 90) errors.add("/latitude", "too_large", {{"max", 90}});
    if (std::abs(position.longitude) > 180) errors.add("/longitude", "too_large", {{"max", 180}});
}

void check(const CaptureForm& form, json::Errors& errors) {
    if (form.lines.size() > 10) errors.add("/lines", "too_many_values", {{"max", 10}});
}

static bool is_counted(const Heads& heads) {
    return people_in(heads, 0).has_value();
}

std::vector<CapturedPart> differing(const CaptureForm& form, std::string_view title, std::string_view place, const Heads& heads) {
    std::vector<CapturedPart> parts;
    const auto captured_place = base::or_empty(form.place);
    if (form.title.value != title) parts.push_back(CapturedPart::title);
    if (!captured_place.empty() && !place.empty() && captured_place != place) parts.push_back(CapturedPart::place);
    const bool both_counted = form.heads && is_counted(*form.heads) && is_counted(heads);
    if (both_counted && json::write(*form.heads) != json::write(heads)) parts.push_back(CapturedPart::heads);
    return parts;
}

}  // namespace circles
