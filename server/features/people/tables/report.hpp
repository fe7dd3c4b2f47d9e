#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/csv.hpp"
#include "base/import.hpp"
#include "http/viewer.hpp"
#include "people/people.hpp"
#include "people/tables/imports.hpp"

// Organisations and people come as tables, one row each, as offices keep them.
namespace people {

struct ImportOrder {
    http::Viewer viewer;
    records::RecordId entered_by;  // the organisation that looks after what is new
    base::ImportMode mode = base::ImportMode::preview;
    base::Date today;
    std::string file_name{};  // as its sender calls it
};

// Where it reads what stands, and where it writes.
struct Books {
    db::Session& read;
    db::Database& write;
};

// Read a table in any Thai encoding. All good rows come in together, with one journal event for the whole beside those of the single
// records; what a row leaves out is not taken away, and the same table again changes nothing.
base::ImportReport import_organisations(const Books& books, const ImportOrder& order, std::string_view bytes);
base::ImportReport import_people(const Books& books, const ImportOrder& order, std::string_view bytes);

// A table that is being written, as the journal hears of it.
struct Import {
    const ImportOrder& order;
    const base::ImportReport& report;
    Subject subject{};
    std::string_view bytes;
};
// Writes these rows in their order, some at a time so that others write between, and remembers what each did; with the last comes the event
// of the whole. Returns by what it can be taken back; none if there are no rows.
ImportId write_rows(db::Database& database, std::span<const std::size_t> rows, const std::function<ImportStep(db::Tx&, std::size_t)>& put,
                    const Import& import);

}  // namespace people
