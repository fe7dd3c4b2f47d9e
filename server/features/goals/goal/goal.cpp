#include "goals/goal/goal.hpp"

#include "base/enum_names.hpp"
#include "base/first_words.hpp"

namespace goals {

static constexpr std::size_t most_targets = 30;
static constexpr std::size_t most_partners = 100;

// ---- what is typed ----

static std::optional<base::ReportingPeriod> read_period(const TypedMark& mark, const std::string& at, json::Errors& errors) {
    const auto read = base::read_reporting_period(mark.period.value);
    if (const auto* fault = std::get_if<base::PeriodFault>(&read)) {
        errors.add(at + "/period", *fault == base::PeriodFault::empty ? "required" : base::name_of(*fault));
        return {};
    }
    return std::get<base::ReportingPeriod>(read);
}

// Each period beside the one before it.
static void check_order(const GoalContent& content, json::Errors& errors) {
    std::optional<base::ReportingPeriod> before;
    if (content.baseline) before = read_period(*content.baseline, "/baseline", errors);
    for (std::size_t i = 0; i < content.targets.size(); ++i) {
        const auto at = "/targets/" + std::to_string(i);
        const auto period = read_period(content.targets[i], at, errors);
        if (!period) return;
        if (before && period->kind != before->kind) errors.add(at + "/period", "other_kind_of_period");
        if (before && period->last <= before->last) errors.add(at + "/period", "not_later");
        const auto& to = content.targets[i].value_to;
        if (to && *to < content.targets[i].value) errors.add(at + "/value_to", "below_lower_end");
        before = period;
    }
}

void check(const GoalContent& content, json::Errors& errors) {
    if (content.targets.size() > most_targets) errors.add("/targets", "too_many_values", {{"max", std::int64_t{most_targets}}});
    if (content.partners && content.partners->size() > most_partners)
        errors.add("/partners", "too_many_values", {{"max", std::int64_t{most_partners}}});
    if ((content.baseline || !content.targets.empty()) && base::or_empty(content.indicator).empty())
        errors.add("/indicator", "needed_to_measure");
    check_order(content, errors);
}

Mark mark_of(const TypedMark& typed) {
    return {std::get<base::ReportingPeriod>(base::read_reporting_period(typed.period.value)), typed.value, typed.value_to};
}

std::optional<Mark> baseline_of(const GoalContent& content) {
    return content.baseline ? std::optional(mark_of(*content.baseline)) : std::nullopt;
}

std::vector<Mark> targets_of(const GoalContent& content) {
    std::vector<Mark> targets;
    targets.reserve(content.targets.size());
    for (const auto& target : content.targets) targets.push_back(mark_of(target));
    return targets;
}

// ---- rules ----

GoalState state_of(const Backing& backing) {
    if (backing.decision == Decision::adopted) return GoalState::adopted;
    if (backing.decision == Decision::not_adopted) return GoalState::not_adopted;
    if (backing.counted > 0) return GoalState::voted;
    return backing.supports > 0 ? GoalState::supported : GoalState::proposed;
}

records::Description describe(const GoalContent& content, base::Language language) {
    const auto wish = base::or_empty(content.wish);
    return {.title = content.title.value,
            .title_en = base::or_empty(content.title_en),
            .summary = base::first_words(wish.empty() ? base::or_empty(content.meaning) : wish),
            .area_id = content.area,
            .language = language};
}

}  // namespace goals
