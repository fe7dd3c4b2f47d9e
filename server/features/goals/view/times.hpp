#pragma once

#include "base/reporting_period.hpp"
#include "db/db.hpp"
#include "goals/indicator/indicator.hpp"

// For which times there is something to say.
namespace goals {

// The newest first. A computed indicator is not reported by itself: when those are that it is made of.
std::vector<base::ReportingPeriod> measured_of(db::Session& db, const Indicator& indicator, base::AreaId area);

// Up to `last`, or else the newest that was measured; of one kind, the oldest first.
std::vector<base::ReportingPeriod> periods_up_to(const std::vector<base::ReportingPeriod>& measured,
                                                 const std::optional<base::ReportingPeriod>& last, std::size_t most);

}  // namespace goals
