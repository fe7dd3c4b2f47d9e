#pragma once

#include <string>
#include <string_view>

namespace markdown {

// HTML of a text that anybody may have written; safe to stand in a page as it is.
std::string to_html(std::string_view text);

// The words alone, a line a paragraph: for search, summaries and previews.
std::string to_text(std::string_view text);

// Plain text with what would be Markdown in it kept from becoming so: what was imported reads as it stood.
std::string escape(std::string_view text);

}  // namespace markdown
