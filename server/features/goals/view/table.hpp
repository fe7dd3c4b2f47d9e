#pragma once

#include <string_view>

#include "http/response.hpp"
#include "sheet/sheet.hpp"

// Tables of figures as files that a spreadsheet opens: small enough to be made whole.
namespace goals {

using Row = std::vector<std::string>;

// `rows` begin with the names of the columns; the name is without its ending.
http::Response table_file(sheet::Format format, std::string_view name, const std::vector<Row>& rows);

}  // namespace goals
