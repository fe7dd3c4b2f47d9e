#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/area.hpp"
#include "base/time.hpp"
#include "http/viewer.hpp"
#include "records/records.hpp"

namespace search {

// What the index is told of a record.
struct Source {
    records::RecordId id;
    std::string kind;
    std::string title;
    std::string title_en;
    std::string summary;
    std::string body;
    records::RecordId owner_id;
    base::AreaId area_id;
    base::Date happened_on;
};
BOOST_DESCRIBE_STRUCT(Source, (), (id, kind, title, title_en, summary, body, owner_id, area_id, happened_on))

// Nothing if the record is deleted or never was.
std::optional<Source> find_source(db::Session& db, records::RecordId id);
// The next ones that are not deleted, in the order of ids.
std::vector<Source> list_sources_after(db::Session& db, records::RecordId id, int limit);
// Records that were written at this moment: what a bulk event, which names no record, speaks of.
std::vector<records::RecordId> list_written_at(db::Session& db, base::Instant moment);

// Which of these the viewer may read, with what they are counted by. In no order.
struct Readable {
    records::RecordId id;
    std::string kind;
    records::RecordId owner_id;
    base::Date happened_on;
};
BOOST_DESCRIBE_STRUCT(Readable, (), (id, kind, owner_id, happened_on))
std::vector<Readable> list_readable(db::Session& db, const http::Viewer& viewer, const std::vector<std::int64_t>& ids);

std::string find_text(db::Session& db, records::RecordId id);
// Empty where the owner is not for everybody to see.
std::string find_public_title(db::Session& db, records::RecordId id);

}  // namespace search
