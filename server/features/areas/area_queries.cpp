#include "areas/area_queries.hpp"

#include "areas/area.hpp"
#include "base/thai_text.hpp"

namespace areas {

struct CodedLife {
    std::string code;
    AreaId id;
    std::optional<base::Date> begins_on;
    std::optional<base::Date> ends_on;
};
BOOST_DESCRIBE_STRUCT(CodedLife, (), (code, id, begins_on, ends_on))

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
    return db.all<Area>("SELECT " AREA_COLUMNS " FROM areas_areas WHERE is_place = 0 ORDER BY id");
}

std::vector<Area> list_successors(db::Session& db, AreaId id) {
    return db.all<Area>("SELECT " AREA_COLUMNS
                        " FROM areas_areas WHERE id IN (SELECT successor_id FROM areas_successions WHERE area_id = $1) ORDER BY id",
                        id);
}

std::vector<Area> list_predecessors(db::Session& db, AreaId id) {
    return db.all<Area>("SELECT " AREA_COLUMNS
                        " FROM areas_areas WHERE id IN (SELECT area_id FROM areas_successions WHERE successor_id = $1) ORDER BY id",
                        id);
}

std::unordered_map<std::string, Life> list_lives(db::Session& db) {
    std::unordered_map<std::string, Life> lives;
    db.each<CodedLife>("SELECT code, id, begins_on, valid_to AS ends_on FROM areas_areas",
                       [&](CodedLife area) { lives.emplace(std::move(area.code), Life{area.id, area.begins_on, area.ends_on}); });
    return lives;
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
    return list_within(db, id, Level::village);
}

std::vector<Area> list_inside(db::Session& db, AreaId id, base::Period days) {
    const auto level = level_of(id);
    if (level >= Level::village) return {};
    if (level == Level::subdistrict)
        return db.all<Area>("SELECT " AREA_COLUMNS
                            " FROM areas_areas WHERE is_place = 1 AND id BETWEEN $1 AND $2 AND (valid_to IS NULL OR valid_to >= $3)"
                            " AND (begins_on IS NULL OR begins_on <= $4) ORDER BY id",
                            id, base::last_of(id), days.first, days.last);
    return db.all<Area>("SELECT " AREA_COLUMNS
                        " FROM areas_areas WHERE level = $1 AND id BETWEEN $2 AND $3 AND (valid_to IS NULL OR valid_to >= $4)"
                        " AND (begins_on IS NULL OR begins_on <= $5) ORDER BY sort_key, id",
                        static_cast<Level>(static_cast<int>(level) + 1), id, base::last_of(id), days.first, days.last);
}

std::vector<Area> list_within(db::Session& db, AreaId around, Level level) {
    if (level < Level::village)
        return db.all<Area>("SELECT " AREA_COLUMNS
                            " FROM areas_areas WHERE level = $1 AND id BETWEEN $2 AND $3 AND valid_to IS NULL ORDER BY id",
                            level, around, base::last_of(around));
    return db.all<Area>("SELECT " AREA_COLUMNS
                        " FROM areas_areas WHERE is_place = 1 AND id BETWEEN $1 AND $2 AND valid_to IS NULL ORDER BY id",
                        around, base::last_of(around));
}

// Those of which somebody knows when they began or ended are few: all are counted from one index, and these taken off from others.
std::int64_t count_standing(db::Session& db, const StandingCount& count) {
    return db.one<std::int64_t>(
        "SELECT (SELECT count(*) FROM areas_areas WHERE level = $1 AND id BETWEEN $2 AND $3)"
        " - (SELECT count(*) FROM areas_areas WHERE level = $1 AND id BETWEEN $2 AND $3 AND valid_to < $4)"
        " - (SELECT count(*) FROM areas_areas WHERE level = $1 AND id BETWEEN $2 AND $3 AND begins_on > $5)",
        count.level, count.inside, base::last_of(count.inside), count.days.first, count.days.last);
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
        "INSERT INTO areas_areas (id, last_id, code, level, name, name_en, latitude, longitude, position, begins_on, valid_from, valid_to,"
        " sort_key, is_place, search_key, search_key_en, consonants)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)"
        " ON CONFLICT (id) DO UPDATE SET code = excluded.code, name = excluded.name, name_en = excluded.name_en,"
        " latitude = excluded.latitude, longitude = excluded.longitude, position = excluded.position, begins_on = excluded.begins_on,"
        " valid_to = excluded.valid_to,"
        " sort_key = excluded.sort_key, search_key = excluded.search_key, search_key_en = excluded.search_key_en,"
        " consonants = excluded.consonants",
        area.id, area.last_id, area.code, area.level, area.name, area.name_en, area.latitude, area.longitude, area.position, area.begins_on,
        area.valid_from, area.valid_to, sort_key, is_place, keys.name, keys.name_en, keys.consonants);
}

void store_successions(db::Tx& tx, std::span<const Succession> successions) {
    tx.run("DELETE FROM areas_successions WHERE change_id IS NULL");
    for (const auto& [area, successor] : successions)
        tx.run("INSERT INTO areas_successions (area_id, successor_id) VALUES ($1, $2) ON CONFLICT (area_id, successor_id) DO NOTHING", area,
               successor);
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
