#include "goals/counted/counter.hpp"

#include "goals/indicator/indicator.hpp"

namespace goals {

bool counts_different(Counter counter) {
    return counter == Counter::people_known || counter == Counter::organisations;
}

bool fits(Counter counter, const Traits& traits) {
    if (counts_different(counter))
        return traits.calculation == Calculation::plain && traits.over_areas == OverAreas::none && traits.over_time == OverTime::none;
    if (traits.over_areas != OverAreas::sum || traits.over_time != OverTime::sum) return false;
    return traits.calculation == (counter == Counter::agreements_kept ? Calculation::ratio : Calculation::plain);
}

}  // namespace goals
