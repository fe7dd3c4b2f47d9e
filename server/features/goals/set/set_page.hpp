#pragma once

#include "goals/set/shown_set.hpp"
#include "http/page.hpp"

namespace goals {

// Readable before any script runs.
http::Page set_page(const ShownSet& set, base::Language language);
http::Page sets_page(const std::vector<SetCard>& sets, base::Language language);

}  // namespace goals
