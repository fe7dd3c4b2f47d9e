#pragma once

#include "goals/figures/figure.hpp"

// The numbers alone, as list_figures() has them, for what is laid side by side: how many reported, and of how many, is not asked for, which
// is most of what a figure costs.
namespace goals {

// Of several areas of one depth in one period.
std::vector<std::optional<base::Decimal>> list_numbers(db::Session& db, const Indicator& indicator, std::span<const base::AreaId> areas,
                                                       const base::ReportingPeriod& period);
// Of one area in several periods.
std::vector<std::optional<base::Decimal>> list_numbers(db::Session& db, const Indicator& indicator, base::AreaId area,
                                                       std::span<const base::ReportingPeriod> periods);

}  // namespace goals
