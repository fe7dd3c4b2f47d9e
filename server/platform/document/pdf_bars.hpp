#pragma once

#include "document/canvas.hpp"

namespace document {

void draw_bars(Canvas& canvas, const Bars& bars);

void draw_panels(Canvas& canvas, const Panels& panels);

}  // namespace document
