#pragma once

#include "goals/situation/situation.hpp"
#include "http/page.hpp"

namespace goals {

// Readable before any script runs.
http::Page situation_page(const Situation& situation, base::Language language);

}  // namespace goals
