#include "goals/view/table.hpp"

#include "base/enum_names.hpp"

namespace goals {

http::Response table_file(sheet::Format format, std::string_view name, const std::vector<Row>& rows) {
    const auto table = sheet::make_writer(format);
    for (const auto& row : rows) table->add_row(row);
    table->finish();
    auto response = http::Response::text(200, sheet::content_type(format), table->take());
    response.headers.set("Content-Disposition",
                         "attachment; filename=\"" + std::string(name) + "." + std::string(base::name_of(format)) + "\"");
    return response;
}

}  // namespace goals
