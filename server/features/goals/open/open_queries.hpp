#pragma once

#include "goals/indicator/indicator_queries.hpp"

// What open data asks of the database.
namespace goals {

// For which periods somebody has reported totals of it, in the order of time.
std::vector<base::ReportingPeriod> list_periods(db::Session& db, IndicatorId indicator);

}  // namespace goals
