#include "search/search_queries.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "db/db.hpp"

namespace search {

#define SOURCE                                                                                                                \
    "SELECT r.id, r.kind, r.title, r.title_en, r.summary, coalesce(t.body, '') AS body, r.owner_id, r.area_id, r.happened_on" \
    " FROM records_v_records r LEFT JOIN records_v_texts t ON t.record_id = r.id WHERE r.state <> 'deleted'"

std::optional<Source> find_source(db::Session& db, records::RecordId id) {
    return db.find<Source>(SOURCE " AND r.id = $1", id);
}

std::vector<Source> list_sources_after(db::Session& db, records::RecordId id, int limit) {
    return db.all<Source>(SOURCE " AND r.id > $1 ORDER BY r.id LIMIT $2", id, limit);
}

std::vector<records::RecordId> list_written_at(db::Session& db, base::Instant moment) {
    return db.all<records::RecordId>("SELECT id FROM records_v_records WHERE edited_at = $1", moment);
}

std::vector<Readable> list_readable(db::Session& db, const http::Viewer& viewer, const std::vector<std::int64_t>& ids) {
    const auto numbers = fmt::format("{}", fmt::join(ids, ","));
    const auto list = db.engine() == db::Engine::sqlite ? '[' + numbers + ']' : '{' + numbers + '}';
    return db.all<Readable>(db::Sql{"/* sqlite */ SELECT r.id, r.kind, r.owner_id, r.happened_on FROM records_v_records r"
                                    " WHERE r.id IN (SELECT value FROM json_each($2)) AND " RECORDS_MAY_READ,
                                    "/* postgres */ SELECT r.id, r.kind, r.owner_id, r.happened_on FROM records_v_records r"
                                    " WHERE r.id = ANY (CAST($2 AS BIGINT[])) AND " RECORDS_MAY_READ},
                            viewer.person, list);
}

std::string find_text(db::Session& db, records::RecordId id) {
    return db.find<std::string>("SELECT body FROM records_v_texts WHERE record_id = $1", id).value_or("");
}

std::string find_public_title(db::Session& db, records::RecordId id) {
    return db.find<std::string>("SELECT title FROM records_v_public WHERE id = $1", id).value_or("");
}

}  // namespace search
