#include "goals/values/gate.hpp"

#include "goals/indicator/indicator_queries.hpp"
#include "goals/values/value_import_queries.hpp"

namespace goals {

Gate::Gate(db::Session& db, const http::Viewer& viewer)
    : db_(db), is_administrator_(viewer.administrator), keepings_(keepings_of(db, viewer)) {}

std::string_view Gate::refusal(const SeriesKey& key, const ReadValue& value, const std::optional<Standing>& before,
                               const InTable& in_table) {
    if (!keepings_.in(value.area).enter) return "not_a_keeper";
    if (before && before->stage == Stage::locked) return "value_locked";
    if (before && counts(before->stage) && !is_administrator_) return "value_approved";
    const auto& [indicator, rule, other] = asked_of(key.indicator);
    std::optional<Report> beside;
    if (other) {
        beside = in_table(other->id, value.area);
        const auto standing = beside ? std::nullopt : find_standing(db_, {other->id, key.period, key.breakdown}, value.area);
        if (standing) beside = Report{standing->state, standing->numerator, standing->denominator};
    }
    return broken_by(rule, indicator, {value.state, value.numerator, value.denominator}, beside);
}

const Gate::Asked& Gate::asked_of(IndicatorId id) {
    const auto [at, is_new] = asked_.try_emplace(id);
    if (is_new) {
        auto& [indicator, rule, other] = at->second;
        indicator = get_indicator(db_, id);
        rule = find_rule(db_, id);
        if (rule.not_above) other = find_indicator(db_, *rule.not_above);
    }
    return at->second;
}

}  // namespace goals
