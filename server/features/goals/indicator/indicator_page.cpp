#include "goals/indicator/indicator_page.hpp"

#include "base/locale.hpp"

namespace goals {

using namespace http::html;  // NOLINT(google-build-using-namespace): the elements of a page read as a page

bool is_taken_by_a_page(std::string_view code) {
    return code == "new" || code == "sets" || code == "proposals";
}

std::string unit_in_words(const Traits& traits, base::Language language) {
    if (traits.unit == Unit::other) return traits.unit_name.value;
    return base::say(language, "goals_unit_" + std::string(base::name_of(traits.unit)));
}

static Html steps(const Definition& definition, const std::string& heading) {
    if (!definition.levels) return {};
    return section(h2(heading), ol(each(*definition.levels, [](const base::Line& level) { return li(level.value); })));
}

http::Page indicator_page(const ShownIndicator& indicator, base::Language language) {
    const auto& said = indicator.definition;
    const auto say = [&](std::string_view key) { return base::say(language, key); };
    const auto fact = [&](std::string_view key, const auto& text) {
        const auto words = base::or_empty(text);
        return words.empty() ? Html() : group(dt(say(key)), dd(words));
    };
    const auto facts =
        dl(group(dt(say("goals_unit")), dd(unit_in_words(indicator.traits, language))), fact("goals_reason", said.reason),
           fact("goals_goal", said.goal), fact("goals_looked_at_by", said.looked_at_by), fact("goals_looked_at_on", said.looked_at_on),
           fact("goals_applies_to", said.applies_to), fact("goals_rule", said.rule), fact("goals_window", said.window),
           fact("goals_threshold", said.threshold), fact("goals_numerator", said.numerator), fact("goals_denominator", said.denominator),
           fact("goals_verification", said.verification), fact("goals_assessor", said.assessor), fact("goals_source", said.source),
           fact("goals_keeper", said.keeper));
    const auto body =
        article(p(say("records_kind_indicator"), " · ", indicator.code), h1(said.title.value), facts, steps(said, say("goals_levels")));
    auto page = http::make_page(indicator, said.title.value, indicator.address, body);
    page.description = indicator.record.summary;
    return page;
}

}  // namespace goals
