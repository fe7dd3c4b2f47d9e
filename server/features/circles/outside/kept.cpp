#include "circles/outside/kept.hpp"

#include "base/json/json.hpp"
#include "base/locale.hpp"
#include "circles/community/community.hpp"

namespace circles {

static std::string name_of(const KeptDay& day, base::Language language) {
    const bool in_english = language == base::Language::en && !day.name_en.empty();
    const auto& name = in_english ? day.name_en : day.name;
    return name.empty() ? base::say(language, "circles_kept_" + std::string(base::name_of(day.kind))) : name;
}

// One that comes again each year is told apart by the year; one that is moved is the same day still.
static std::string uid_of(const KeptDay& day) {
    if (!day.own) return std::string(base::name_of(day.kind)) + "-" + base::to_iso(day.first);
    const auto own = "local-day-" + std::to_string(day.own->id.value);
    return day.own->yearly ? own + "-" + std::to_string(day.first.year) : own;
}

// What this program knows by itself was not written at any hour: it stands since the first day of its year, so that the same days make the
// same file.
static KeptSpan span_of(const KeptDay& day, base::Language language) {
    const auto since = base::at_bangkok({day.first.year, 1, 1}, {0});
    return {.uid = uid_of(day),
            .version = day.own ? day.own->version : 0,
            .created_at = day.own ? day.own->created_at : since,
            .edited_at = day.own ? day.own->edited_at : since,
            .name = name_of(day, language),
            .note = day.own ? day.own->note : std::string(),
            .first = day.first,
            .last = day.last};
}

std::vector<KeptSpan> list_kept(db::Session& db, const http::Viewer& viewer, const KeptWanted& wanted, base::Language language) {
    std::vector<KeptSpan> spans;
    for (const auto& day : place_calendar(db, viewer, wanted.area, {wanted.from, wanted.to}).days) spans.push_back(span_of(day, language));
    return spans;
}

}  // namespace circles
