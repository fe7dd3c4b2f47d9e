#include "channels/atom/newest.hpp"

#include "db/db.hpp"

namespace channels {

struct NewestRow {
    std::string title;
    std::string summary;
    std::string address;
    std::string owner;
    base::Instant published_at;
    base::Instant edited_at;
};
BOOST_DESCRIBE_STRUCT(NewestRow, (), (title, summary, address, owner, published_at, edited_at))

std::vector<AtomEntry> list_newest(db::Session& db, const http::Viewer& viewer, const NewestWanted& wanted, const std::string& origin) {
    const auto rows = db.all<NewestRow>(
        "SELECT r.title, r.summary, r.address, coalesce(o.title, '') AS owner, coalesce(r.published_at, r.created_at) AS published_at,"
        " r.edited_at FROM records_v_records r LEFT JOIN records_v_public o ON o.id = r.owner_id"
        " WHERE r.kind IN ('circle', 'session', 'topic', 'knowledge') AND r.state = 'published' AND ($2 = '' OR r.kind = $2)"
        " AND ($3 = 0 OR r.within_id = $3) AND ($4 = 0 OR r.owner_id = $4) AND +r.area_id BETWEEN $5 AND $6"
        " AND ($7 = 0 OR EXISTS (SELECT 1 FROM records_v_scopes s WHERE s.person_id = $1 AND s.scope_id IN (r.id, r.owner_id, r.within_id))"
        " OR EXISTS (SELECT 1 FROM channels_follows f WHERE f.person_id = $1 AND f.record_id IN (r.id, r.within_id)))"
        " AND " RECORDS_MAY_READ " ORDER BY r.id DESC LIMIT 50",
        viewer.person, wanted.kind, wanted.within, wanted.owner, wanted.area, base::last_of(wanted.area), wanted.own);
    std::vector<AtomEntry> entries;
    entries.reserve(rows.size());
    for (const auto& row : rows)
        entries.push_back({row.title, row.summary, origin + row.address, row.owner, row.published_at, row.edited_at});
    return entries;
}

}  // namespace channels
