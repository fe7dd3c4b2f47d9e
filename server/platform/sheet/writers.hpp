#pragma once

#include "sheet/sheet.hpp"

namespace sheet {

std::unique_ptr<Writer> make_csv_writer();

// A sheet ends after `most_rows`, its first among them, and the next begins.
inline constexpr std::size_t most_rows_of_a_sheet = 1'048'576;
std::unique_ptr<Writer> make_xlsx_writer(std::size_t most_rows = most_rows_of_a_sheet);

}  // namespace sheet
