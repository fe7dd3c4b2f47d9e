#include "areas/area_queries.hpp"

#include "areas/area.hpp"
#include "base/thai_text.hpp"

namespace areas {

std::optional<Area> find(db::Session& db, std::string_view code) {
    return db.find<Area>("SELECT " AREA_COLUMNS " FROM areas_areas WHERE code = $1", code);
}

std::optional<Area> find(db::Session& db, AreaId id) {
    return db.find<Area>("SELECT " AREA_COLUMNS " FROM areas_areas WHERE id = $1", id);
}

std::vector<Area> lineage(db::Session& db, AreaId id) {
    return db.all<Area>("SELECT " AREA_COLUMNS
                        " FROM areas_areas WHERE id IN ($1, $1 / 1000 * 1000, $1 / 100000 * 100000, $1 / 10000000 * 10000000,"
                        " $1 / 1000000000 * 1000000000, 0) ORDER BY last_id - id DESC",
                        id);
}

std::string path(db::Session& db, AreaId id, base::Language language) {
    return path_of(lineage(db, id), language);
}

std::vector<Area> list_tree(db::Session& db) {
    return db.all<Area>("SELECT " AREA_COLUMNS " FROM areas_areas WHERE is_place = 0 AND valid_to IS NULL ORDER BY id");
}

// Under an area one level is listed; a subdistrict's places are two kinds and come by number.
static std::vector<Area> list_level(db::Session& db, AreaId around, Level level) {
    return db.all<Area>("SELECT " AREA_COLUMNS
                        " FROM areas_areas WHERE level = $1 AND id BETWEEN $2 AND $3 AND valid_to IS NULL ORDER BY sort_key, id",
                        level, around, base::last_of(around));
}

std::vector<Area> list_inside(db::Session& db, AreaId id) {
    switch (level_of(id)) {
        case Level::country:
            return list_level(db, id, Level::region);
        case Level::region:
            return list_level(db, id, Level::province);
        case Level::province:
            return list_level(db, id, Level::district);
        case Level::district:
            return list_level(db, id, Level::subdistrict);
        case Level::subdistrict:
            break;
        case Level::village:
        case Level::community:
            return {};
    }
    return db.all<Area>("SELECT " AREA_COLUMNS
                        " FROM areas_areas WHERE is_place = 1 AND id BETWEEN $1 AND $2 AND valid_to IS NULL ORDER BY id",
                        id, base::last_of(id));
}

bool has_public_records(db::Session& db, AreaId id) {
    return db.one<bool>("SELECT CASE WHEN EXISTS (SELECT 1 FROM records_v_public WHERE area_id BETWEEN $1 AND $2) THEN 1 ELSE 0 END", id,
                        base::last_of(id));
}

AreaRow::AreaRow(Area ready)
    : area(std::move(ready)),
      is_place(area.level == Level::village || area.level == Level::community),
      keys(is_place ? place_keys(area.name, area.name_en) : tree_keys(area.name, area.name_en)),
      sort_key{base::sort_key(area.name)} {}

void store_area(db::Tx& tx, const AreaRow& row) {
    const auto& [area, is_place, keys, sort_key] = row;
    tx.run(
        "INSERT INTO areas_areas (id, last_id, code, level, name, name_en, latitude, longitude, position, valid_from, valid_to,"
        " sort_key, is_place, search_key, search_key_en, consonants)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, NULL, $11, $12, $13, $14, $15)"
        " ON CONFLICT (id) DO UPDATE SET code = excluded.code, name = excluded.name, name_en = excluded.name_en,"
        " latitude = excluded.latitude, longitude = excluded.longitude, position = excluded.position, valid_to = NULL,"
        " sort_key = excluded.sort_key, search_key = excluded.search_key, search_key_en = excluded.search_key_en,"
        " consonants = excluded.consonants",
        area.id, area.last_id, area.code, area.level, area.name, area.name_en, area.latitude, area.longitude, area.position,
        area.valid_from, sort_key, is_place, keys.name, keys.name_en, keys.consonants);
}

void close_area(db::Tx& tx, AreaId id, base::Date last_day) {
    tx.run("UPDATE areas_areas SET valid_to = $2 WHERE id = $1", id, last_day);
}

std::optional<std::string> find_edition(db::Session& db) {
    return db.find<std::string>("SELECT edition FROM areas_editions ORDER BY planted_at DESC LIMIT 1");
}

void store_edition(db::Tx& tx, std::string_view edition) {
    tx.run(
        "INSERT INTO areas_editions (edition, planted_at) VALUES ($1, $2)"
        " ON CONFLICT (edition) DO UPDATE SET planted_at = excluded.planted_at",
        edition, tx.now());
}

}  // namespace areas
