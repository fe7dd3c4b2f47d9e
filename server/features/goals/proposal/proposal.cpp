#include "goals/proposal/proposal.hpp"

#include "base/first_words.hpp"
#include "base/thai_text.hpp"

namespace goals {

static constexpr int percent = 100;

void check(const ProposalContent& content, json::Errors& errors) {
    if (content.unit == Unit::other && base::or_empty(content.unit_name).empty()) errors.add("/unit_name", "required");
    const auto code = base::or_empty(content.indicator);
    if (!code.empty() && !read_code(code)) errors.add("/indicator", "no_such_indicator");
}

// Without spaces: nobody hears them.
static std::u32string heard(const base::Line& words) {
    auto text = base::normalise(words.value).text;
    std::erase(text, U' ');
    return text;
}

bool says_the_same(const ProposalContent& one, const ProposalContent& other) {
    const auto code = base::or_empty(one.indicator);
    if (!code.empty() && code == base::or_empty(other.indicator)) return true;
    return heard(one.title) == heard(other.title);
}

// What happens adds up over the months of a year; of what is there, the last count stands.
static OverTime over_time(Unit unit) {
    switch (unit) {
        case Unit::event:
        case Unit::baht:
        case Unit::hour:
        case Unit::kilogram:
            return OverTime::sum;
        default:
            return OverTime::last;
    }
}

Traits traits_of(const ProposalContent& content, areas::Level level) {
    const bool is_percent = content.counted_as == CountedAs::percent;
    Traits traits;
    traits.level = level;
    traits.unit = content.unit;
    if (content.unit == Unit::other) traits.unit_name = {base::or_empty(content.unit_name)};
    traits.direction = content.direction;
    traits.calculation = is_percent ? Calculation::ratio : Calculation::plain;
    traits.factor = {is_percent ? percent : 1};
    traits.over_areas = OverAreas::sum;
    traits.over_time = over_time(content.unit);
    traits.decimals = {is_percent ? 1 : 0};
    return traits;
}

Definition definition_of(const ProposalContent& content, std::string_view aim) {
    Definition definition;
    definition.title = content.title;
    definition.reason = content.reason;
    definition.goal = {std::string(aim)};
    definition.rule = content.rule;
    definition.verification = content.verification;
    return definition;
}

records::Description describe(const ProposalContent& content, base::AreaId area, base::Language language) {
    const auto reason = base::or_empty(content.reason);
    return {.title = content.title.value,
            .summary = base::first_words(reason.empty() ? base::or_empty(content.rule) : reason),
            .area_id = area,
            .language = language};
}

std::string searchable(const ProposalContent& content) {
    return base::or_empty(content.reason) + "\n" + base::or_empty(content.rule) + "\n" + base::or_empty(content.verification);
}

}  // namespace goals
