#pragma once

#include "goals/opened/opened.hpp"
#include "http/page.hpp"

namespace goals {

// "/figures/saving_monthly/710911/2025"
std::string figure_address(std::string_view code, std::string_view area, std::string_view period);

// Readable before any script runs.
http::Page opened_page(const Opened& opened, base::Language language);

}  // namespace goals
