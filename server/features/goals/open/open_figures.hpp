#pragma once

#include <memory>
#include <string>
#include <vector>

#include "goals/figures/figure.hpp"
#include "http/response.hpp"

// All figures of an indicator on one level, for whoever wants to compute with them: what anybody may read, and nobody more.
namespace goals {

// csv: names and numbers as a person reads them. sdmx: SDMX-CSV 2.0, https://github.com/sdmx-twg/sdmx-csv.
enum class OpenFormat : std::uint8_t { csv, sdmx };
BOOST_DESCRIBE_ENUM(OpenFormat, csv, sdmx)

// Of what is computed those of its parts; in the order of time.
std::vector<base::ReportingPeriod> open_periods(db::Session& db, const Indicator& indicator);

// In total and by every group that anybody has reported. Goes out while it is made, the areas under one area at a time; an area that has
// reported nothing has no row. `database` outlives it.
http::Pieces open_figures(db::Database& database, const Indicator& indicator, areas::Level level, OpenFormat format);

}  // namespace goals
