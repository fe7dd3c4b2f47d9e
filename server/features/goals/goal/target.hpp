#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/db.hpp"
#include "goals/goal/goal.hpp"

// What is aimed at, for whoever shows a figure.
namespace goals {

struct Target {
    GoalId goal;
    std::string title;
    std::string title_en;
    std::string address;
    // For the period that is asked, or the next one after it for which there is a target; behind all of them the last.
    base::ReportingPeriod period;
    base::Decimal value;
    std::optional<base::Decimal> value_to;  // of a band: its upper end
    std::optional<Mark> baseline;           // where it began
};
// Of the goal that the area itself adopted last for this indicator and that is for everybody to read; what is only proposed is no target
// yet.
std::optional<Target> target_of(db::Session& db, IndicatorId indicator, base::AreaId area, const base::ReportingPeriod& period);

// The times for which an area has numbers of an indicator, in total, the newest first.
std::vector<base::ReportingPeriod> list_measured(db::Session& db, IndicatorId indicator, base::AreaId area);

}  // namespace goals
