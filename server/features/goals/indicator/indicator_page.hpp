#pragma once

#include "goals/indicator/shown_indicator.hpp"
#include "http/page.hpp"

namespace goals {

// The same reply as the API gives, readable before any script runs.
http::Page indicator_page(const ShownIndicator& indicator, base::Language language);

// "คน"; what is counted in words of its own where the unit is `other`.
std::string unit_in_words(const Traits& traits, base::Language language);

}  // namespace goals
