#pragma once

#include <span>

#include "goals/figures/figure_queries.hpp"

// What seeing asks of the database.
namespace goals {

// When an area knows something of an indicator.
struct PeriodHere {
    IndicatorId indicator_id;
    base::PeriodKind kind{};
    base::Date first_day;
    base::Date last_day;
};
BOOST_DESCRIBE_STRUCT(PeriodHere, (), (indicator_id, kind, first_day, last_day))
// In total, what counts; by indicator, the newest first.
std::vector<PeriodHere> list_periods_here(db::Session& db, base::AreaId area);

// The keys of the sets that the viewer may read of the deepest of these areas that has any; the country has none of its own.
std::vector<std::string> list_nearest_sets(db::Session& db, base::PersonId viewer, std::span<const base::AreaId> lineage);

// The codes of these indicators, in the order of a dictionary, as far as the viewer may read them.
std::vector<std::string> list_readable_codes(db::Session& db, base::PersonId viewer, std::span<const IndicatorId> indicators);

}  // namespace goals
