#pragma once

#include <functional>

#include "http/response.hpp"
#include "http/viewer.hpp"
#include "people/people.hpp"
#include "sheet/sheet.hpp"

// Tables that can be imported again, of what the viewer may read. They go out while they are made, each row as it stands in that moment.
namespace people {

// Writes the next rows, the first time with the names of the columns before them; false when that were all.
using Rows = std::function<bool(db::Session& db, sheet::Writer& table)>;
Rows organisation_rows(const http::Viewer& viewer, int at_once = 1000);
Rows member_rows(const http::Viewer& viewer, OrganisationId organisation, base::Date today, std::size_t at_once = 1000);

// `database` outlives the reply.
http::Response table_of(db::Database& database, sheet::Format format, std::string_view name, Rows rows);

}  // namespace people
