#pragma once

#include <optional>
#include <vector>

#include "base/reporting_period.hpp"
#include "goals/indicator/indicator.hpp"
#include "goals/rollup/summary.hpp"

// What a summary amounts to by the rules of its indicator. Pure.
namespace goals {

struct Amount {
    std::optional<base::Decimal> value;
    std::optional<base::Decimal> numerator;
    std::optional<base::Decimal> denominator;
};

Amount amount_of(const Traits& traits, const Summary& summary);

// A shorter period's summary.
struct Part {
    base::Period days;
    Summary summary;
};

// Several periods as one, by the indicator's rule over time; in order of time, all with a number.
Amount amount_over_time(const Traits& traits, const std::vector<Part>& parts);

}  // namespace goals
