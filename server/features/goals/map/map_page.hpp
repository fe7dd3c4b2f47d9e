#pragma once

#include "goals/map/map.hpp"
#include "http/page.hpp"

namespace goals {

// "/figures/map?area=8001&indicator=saving_monthly&period=2025"
std::string map_address(std::string_view area, std::string_view indicator = {}, std::string_view period = {});

// Readable before any script runs: the same numbers as a table.
http::Page map_page(const FiguresMap& map, base::Language language);

}  // namespace goals
