#pragma once

#include "document/canvas.hpp"

namespace document {

void draw_table(Canvas& canvas, const Table& table);

}  // namespace document
