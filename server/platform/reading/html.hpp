#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "reading/lines.hpp"

namespace reading {

struct Page {
    Lines lines;
    std::string title;                                       // of the window, without the site's name where that can be told
    std::vector<std::pair<std::string, std::string>> facts;  // <meta> by name or property, <link rel=canonical|license>, <time>
};

bool looks_like_html(std::string_view text);

// Never fails: what is no tag is text. Script, style and form controls are left out, menus and footers marked as aside.
Page read_html(std::string_view html);

}  // namespace reading
