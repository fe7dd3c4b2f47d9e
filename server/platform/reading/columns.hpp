#pragma once

#include "reading/lines.hpp"

namespace reading {

// Text that stands in columns side by side comes out one column after the other; a line across both columns (a heading) stays between what
// is above and below it. A page break stands between two columns. A text without columns, or a table of short cells, comes out as it went
// in.
Lines untangle_columns(const Lines& lines);

}  // namespace reading
