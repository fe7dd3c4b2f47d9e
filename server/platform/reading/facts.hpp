#pragma once

#include "reading/document.hpp"
#include "reading/html.hpp"

namespace reading {

// Fills in what the text tells about itself. The line that becomes the title leaves the paragraphs.
void find_facts(const Page& page, Document& document);

}  // namespace reading
