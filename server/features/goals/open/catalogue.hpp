#pragma once

#include <string>

#include "goals/indicator/indicator_queries.hpp"
#include "goals/open/open_figures.hpp"

// What says what there is: CSVW for a table (https://www.w3.org/TR/tabular-metadata/), DCAT 3 for all of them
// (https://www.w3.org/TR/vocab-dcat-3/).
namespace goals {

// "/api/open/figures?indicator=pop&level=province".
std::string table_address(std::string_view code, areas::Level level, OpenFormat format);
std::string metadata_address(std::string_view code, areas::Level level);

// Of the columns of the table of an indicator.
std::string csvw_text(const IndicatorCard& indicator, areas::Level level, std::string_view origin);

// Every indicator that anybody may read, with its tables.
std::string dcat_text(const std::vector<IndicatorCard>& indicators, std::string_view site, std::string_view origin);

}  // namespace goals
