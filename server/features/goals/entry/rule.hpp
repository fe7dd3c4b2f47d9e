#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "base/json/errors.hpp"
#include "db/db.hpp"
#include "goals/indicator/indicator.hpp"
#include "goals/rollup/summary.hpp"

// What the values of an indicator must keep to, beyond what its calculation asks. Asked when a value is entered and again when it is
// approved: the rule may have changed in between.
namespace goals {

struct Rule {
    std::optional<base::Decimal> lowest;  // of the value: a percentage, a mean, or the number itself
    std::optional<base::Decimal> highest;
    bool is_whole{};                       // numerator and denominator are whole numbers
    std::optional<std::string> not_above;  // the code of another indicator: never more than its number of the same area and period
};
BOOST_DESCRIBE_STRUCT(Rule, (), (lowest, highest, is_whole, not_above))
void check(const Rule& rule, json::Errors& errors);

// As the indicator calculates it; nothing where it is none.
std::optional<base::Decimal> value_of(const Indicator& indicator, const Report& report);

// What the report breaks first, a locale key without "problem_"; empty if it keeps to the rule. `other`: what `not_above` reported, if it
// did.
std::string_view broken_by(const Rule& rule, const Indicator& indicator, const Report& report, const std::optional<Report>& other);

Rule find_rule(db::Session& db, IndicatorId indicator);  // empty without one
void put_rule(db::Tx& tx, IndicatorId indicator, const Rule& rule);

}  // namespace goals
