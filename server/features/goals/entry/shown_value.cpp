#include "goals/entry/shown_value.hpp"

#include "base/locale.hpp"
#include "goals/entry/rule.hpp"
#include "goals/indicator/shown_indicator.hpp"

namespace goals {

ShownValue ValueShower::show(const Indicator& indicator, const ValueInView& value) {
    const auto report = value.report();
    const auto saw = seen(report);
    const auto area = areas::find(db_, value.area_id);
    return {.area = area ? area->code : std::string(),
            .area_title = area ? areas::title(*area, language_) : std::string(),
            .state = report.state,
            .numerator = saw.numerator,
            .denominator = saw.denominator,
            .value = value_of(indicator, report),
            .stage = static_cast<Stage>(value.stage),
            .by = name_of(value.person_id),
            .is_mine = value.person_id == viewer_.person,
            .at = value.entered_at,
            .source = value.source,
            .doubts = value.doubts,
            .explained = value.explained,
            .explained_by = value.explained.empty() ? std::string() : name_of(value.explained_by),
            .sent_back = value.sent_back,
            .broken_rule = value.broken_rule.empty() ? std::string() : say_problem(language_, value.broken_rule)};
}

std::vector<ShownDeed> ValueShower::show(const std::vector<DeedRow>& deeds) {
    std::vector<ShownDeed> shown;
    shown.reserve(deeds.size());
    for (const auto& deed : deeds) {
        const auto report = deed.report();
        shown.push_back({.act = deed.act,
                         .by = name_of(deed.person_id),
                         .at = deed.done_at,
                         .value = report ? std::optional(seen(*report)) : std::nullopt,
                         .words = deed.words,
                         .alone = deed.alone});
    }
    return shown;
}

const std::string& ValueShower::name_of(base::PersonId person) {
    const auto [at, is_new] = names_.try_emplace(person);
    if (is_new && person) at->second = writer_of(db_, viewer_, person);
    return at->second;
}

std::string say_problem(base::Language language, std::string_view code) {
    return base::say(language, "problem_" + std::string(code));
}

}  // namespace goals
