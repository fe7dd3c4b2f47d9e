#pragma once

#include "goals/indicator/indicator_queries.hpp"

// What open data asks of the database.
namespace goals {

// For which periods somebody has reported totals of it, in the order of time.
std::vector<base::ReportingPeriod> list_periods(db::Session& db, IndicatorId indicator);

// A group of which somebody has reported numbers in a period.
struct PeriodGroup {
    base::PeriodKind kind{};
    base::Date first_day;
    base::Date last_day;
    std::string breakdown;
};
BOOST_DESCRIBE_STRUCT(PeriodGroup, (), (kind, first_day, last_day, breakdown))
std::vector<PeriodGroup> list_period_groups(db::Session& db, IndicatorId indicator);

// All that anybody may read, in the order of a dictionary.
std::vector<IndicatorCard> list_open_indicators(db::Session& db);

}  // namespace goals
