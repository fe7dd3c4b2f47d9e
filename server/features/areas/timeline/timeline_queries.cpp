#include "areas/timeline/timeline.hpp"
#include "http/viewer.hpp"

namespace areas {

std::vector<Entry> list_entries(db::Session& db, const http::Viewer& viewer, AreaId area) {
    return db.all<Entry>(
        "SELECT t.record_id AS id, r.number, r.version, t.year, t.month, t.day, t.kind, r.title, t.detail, t.link, t.speaker,"
        " t.speaker_role, t.speaker_body, t.area_id"
        " FROM areas_timeline t JOIN records_v_records r ON r.id = t.record_id"
        " WHERE t.area_id = $2 AND r.state <> 'deleted' AND " RECORDS_MAY_READ " ORDER BY t.year, t.month, t.day, t.record_id",
        viewer.person, area);
}

static std::string or_empty(const auto& text) {
    return text ? text->value : std::string();
}

static std::int64_t or_zero(const auto& number) {
    return number ? number->value : 0;
}

void insert_entry(db::Tx& tx, EntryId id, AreaId area, const EntryContent& content) {
    tx.run(
        "INSERT INTO areas_timeline (record_id, area_id, year, month, day, kind, detail, link, speaker, speaker_role, speaker_body)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        id, area, content.year, or_zero(content.month), or_zero(content.day), content.kind, or_empty(content.detail),
        or_empty(content.link), or_empty(content.speaker), or_empty(content.speaker_role), or_empty(content.speaker_body));
}

void update_entry(db::Tx& tx, EntryId id, const EntryContent& content) {
    tx.run(
        "UPDATE areas_timeline SET year = $2, month = $3, day = $4, kind = $5, detail = $6, link = $7, speaker = $8, speaker_role = $9,"
        " speaker_body = $10 WHERE record_id = $1",
        id, content.year, or_zero(content.month), or_zero(content.day), content.kind, or_empty(content.detail), or_empty(content.link),
        or_empty(content.speaker), or_empty(content.speaker_role), or_empty(content.speaker_body));
}

}  // namespace areas
