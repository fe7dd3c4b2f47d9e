#include "sheet/sheet.hpp"

#include "sheet/writers.hpp"

namespace sheet {

std::string_view content_type(Format format) {
    return format == Format::csv ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}

std::unique_ptr<Writer> make_writer(Format format) {
    return format == Format::csv ? make_csv_writer() : make_xlsx_writer();
}

}  // namespace sheet
