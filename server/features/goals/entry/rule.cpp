#include "goals/entry/rule.hpp"

#include "goals/indicator/indicator_queries.hpp"

namespace goals {

void check(const Rule& rule, json::Errors& errors) {
    if (rule.lowest && rule.highest && *rule.highest < *rule.lowest) errors.add("/highest", "below_lowest");
}

std::optional<base::Decimal> value_of(const Indicator& indicator, const Report& report) {
    if (report.state != State::value) return std::nullopt;
    if (indicator.calculation == Calculation::plain) return report.numerator;
    if (!report.denominator) return std::nullopt;
    return base::ratio(base::whole(indicator.factor.value), report.numerator, *report.denominator);
}

static bool is_whole(base::Decimal number) {
    return number.value % base::Decimal::one == 0;
}

std::string_view broken_by(const Rule& rule, const Indicator& indicator, const Report& report, const std::optional<Report>& other) {
    const auto value = value_of(indicator, report);
    if (!value) return {};
    if (rule.lowest && *value < *rule.lowest) return "below_lowest";
    if (rule.highest && *value > *rule.highest) return "above_highest";
    if (rule.is_whole && !(is_whole(report.numerator) && is_whole(report.denominator.value_or(base::Decimal{})))) return "not_whole";
    if (other && other->state == State::value && report.numerator > other->numerator) return "above_other";
    return {};
}

Rule find_rule(db::Session& db, IndicatorId indicator) {
    const auto rule = db.find<Rule>(
        "SELECT r.lowest, r.highest, r.is_whole, i.code AS not_above FROM goals_rules r"
        " LEFT JOIN goals_indicators i ON i.id = r.not_above WHERE r.indicator_id = $1",
        indicator);
    return rule.value_or(Rule{});
}

void put_rule(db::Tx& tx, IndicatorId indicator, const Rule& rule) {
    const auto other = rule.not_above ? find_indicator(tx, *rule.not_above) : std::nullopt;
    tx.run(
        "INSERT INTO goals_rules (indicator_id, lowest, highest, is_whole, not_above) VALUES ($1, $2, $3, $4, $5) ON CONFLICT"
        " (indicator_id) DO UPDATE SET lowest = excluded.lowest, highest = excluded.highest, is_whole = excluded.is_whole,"
        " not_above = excluded.not_above",
        indicator, rule.lowest, rule.highest, rule.is_whole, other ? std::optional(other->id) : std::nullopt);
}

}  // namespace goals
