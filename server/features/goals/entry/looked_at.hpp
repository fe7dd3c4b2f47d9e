#pragma once

#include <string>
#include <vector>

#include "goals/entry/entry_queries.hpp"
#include "goals/entry/outlier.hpp"
#include "goals/indicator/indicator.hpp"

// A value with all that somebody who looks it through wants to know of it.
namespace goals {

struct ValueInView : EnteredRow {
    std::vector<Doubt> doubts;
    std::string explained;  // why it is right although it looks odd, as said of this very value
    base::PersonId explained_by;
    std::string sent_back;    // why it went back, until it is entered anew
    std::string broken_rule;  // a locale key without "problem_"; empty if it keeps to the rule

    [[nodiscard]] bool is_answered() const { return doubts.empty() || !explained.empty(); }
};

// What stands in a series in and under an area, in tree order.
std::vector<ValueInView> look_at(db::Session& db, const Indicator& indicator, const SeriesKey& key, base::AreaId inside);

}  // namespace goals
