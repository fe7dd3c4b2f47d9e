#pragma once

#include "goals/indicator/shown_indicator.hpp"
#include "http/page.hpp"

namespace goals {

// The same reply as the API gives, readable before any script runs.
http::Page indicator_page(const ShownIndicator& indicator, base::Language language);

// Whether something else than an indicator has its page under this word.
bool is_taken_by_a_page(std::string_view code);

// "คน"; what is counted in words of its own where the unit is `other`.
std::string unit_in_words(const Traits& traits, base::Language language);

}  // namespace goals
