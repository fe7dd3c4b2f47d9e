#pragma once

#include "http/page.hpp"
#include "knowledge/item/shown_item.hpp"

namespace knowledge {

// The item as it can be read before any script has run, and printed.
http::Page item_page(const ShownItem& item, base::Language language);

}  // namespace knowledge
