#pragma once

#include "goals/count/shown_count.hpp"
#include "http/page.hpp"

namespace goals {

// What a hall came to, as everybody reads it.
http::Page count_page(const CountReply& count, base::Language language);

}  // namespace goals
