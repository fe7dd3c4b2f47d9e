#include "areas/places/place_queries.hpp"

namespace areas {

struct CodeRow {
    std::string code;
    AreaId id;
};
BOOST_DESCRIBE_STRUCT(CodeRow, (), (code, id))

PlaceReader::Subdistricts list_subdistricts(db::Session& db) {
    PlaceReader::Subdistricts found;
    db.each<CodeRow>("SELECT code, id FROM areas_areas WHERE level = 'subdistrict' AND valid_to IS NULL",
                     [&](CodeRow row) { found.emplace(std::move(row.code), row.id); });
    return found;
}

std::vector<Area> list_places(db::Session& db) {
    return db.all<Area>("SELECT " AREA_COLUMNS " FROM areas_areas WHERE is_place = 1 ORDER BY id");
}

bool is_written_about(db::Session& db, AreaId id) {
    return db.one<bool>(
        "SELECT CASE WHEN EXISTS (SELECT 1 FROM records_v_records WHERE area_id = $1 AND state <> 'deleted') THEN 1 ELSE 0 END", id);
}

void delete_place(db::Tx& tx, AreaId id) {
    tx.run("DELETE FROM areas_areas WHERE id = $1 AND is_place = 1", id);
}

}  // namespace areas
