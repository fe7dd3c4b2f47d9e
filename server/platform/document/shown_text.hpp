#pragma once

#include <pango/pangocairo.h>

namespace document {

// Draws a line so that readers of the PDF find its words whole again. Fonts move the marks over tall letters (ป่ ฝ้ ปุ่) aside, and who puts
// a text together again from places of glyphs takes the way back for a space: such a letter goes out together with its marks as one.
void show_line(cairo_t* cairo, PangoLayoutLine* line, double x, double y);

}  // namespace document
