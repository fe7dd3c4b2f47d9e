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

}  // namespace areas
