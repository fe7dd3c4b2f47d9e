#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/bounded.hpp"
#include "base/decimal.hpp"
#include "base/json/errors.hpp"

// One number for several indicators: each becomes points of 0 to 100 between its worst and its best, and the weighted mean of those that
// are there is the whole. Pure.
namespace goals {

struct Member {
    base::Text<1, 64> indicator;  // its code
    base::Decimal weight;
    base::Decimal worst;  // 0 points; may be more than the best, where less is better
    base::Decimal best;   // 100 points
};
BOOST_DESCRIBE_STRUCT(Member, (), (indicator, weight, worst, best))

struct Composite {
    std::vector<Member> members;
    // Points from which on it is step 2, 3, …; empty: the points themselves.
    std::vector<base::Decimal> steps;
};
BOOST_DESCRIBE_STRUCT(Composite, (), (members, steps))
void check(const Composite& composite, json::Errors& errors);

// In the order of the members; none of no member. Outside worst and best the points end.
std::optional<base::Decimal> value_of(const Composite& composite, const std::vector<std::optional<base::Decimal>>& values);

}  // namespace goals
