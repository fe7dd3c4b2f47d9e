#include "document/fonts.hpp"

#include <algorithm>
#include <span>
#include <stdexcept>
#include <string_view>
#include <vector>

#ifdef __SANITIZE_ADDRESS__
// Fontconfig keeps 288 bytes of the configuration that it read, and forgets where.
extern "C" const char* __lsan_default_suppressions() {  // NOLINT(bugprone-reserved-identifier): the name under which it is looked for
    return "leak:libfontconfig";
}
#endif

namespace document {

namespace {

// The names under which TH Sarabun is given out, and last its sister that comes with the package.
constexpr std::string_view wanted[] = {"TH SarabunPSK", "TH Sarabun New", "TH SarabunIT๙", "TH SarabunIT9", "TH Sarabun", "Laksaman"};

std::vector<std::string> families(PangoFontMap* map) {
    PangoFontFamily** list = nullptr;
    int count = 0;
    pango_font_map_list_families(map, &list, &count);
    std::vector<std::string> names;
    for (auto* family : std::span(list, static_cast<std::size_t>(count))) names.emplace_back(pango_font_family_get_name(family));
    g_free(list);  // NOLINT(bugprone-multi-level-implicit-pointer-conversion): as the library gives it
    return names;
}

}  // namespace

Fonts::Fonts() : map_{pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT)} {
    if (!map_) throw std::runtime_error("cairo was built without FreeType fonts");
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map_.get()), 72);  // a unit is a point
    const auto there = families(map_.get());
    const auto* const first = std::ranges::find_if(wanted, [&](auto name) { return std::ranges::find(there, name) != there.end(); });
    if (first != std::end(wanted)) found_ = *first;
}

const std::string& Fonts::family() const {
    if (!found_) throw std::runtime_error("no font for papers is installed: apt-get install fonts-thai-tlwg");
    return *found_;
}

}  // namespace document
