#pragma once

#include "areas/areas.hpp"
#include "areas/search_keys.hpp"
#include "areas/tree/tree.hpp"
#include "db/db.hpp"

#define AREA_COLUMNS "id, last_id, code, level, name, name_en, latitude, longitude, position, begins_on, valid_from, valid_to"

namespace areas {

// An area with all that its row holds: made ready before a transaction, because ICU takes its time.
struct AreaRow {
    explicit AreaRow(Area ready);

    Area area;
    bool is_place;
    SearchKeys keys;
    db::Blob sort_key;
};

// Writes the area or brings it up to date.
void store_area(db::Tx& tx, const AreaRow& row);
// An area that the tree has no longer ends on this day.
void close_area(db::Tx& tx, AreaId id, base::Date last_day);

// What took the place of areas that are no more; replaces what the tree told before, and leaves what the office recorded.
void store_successions(db::Tx& tx, std::span<const Succession> successions);

// Areas of the tree proper, without villages and communities, also those that are no more, in tree order.
std::vector<Area> list_tree(db::Session& db);
// The areas of a level within an area that are there today, in tree order; of villages the communities as well.
std::vector<Area> list_within(db::Session& db, AreaId around, Level level);
// What took an area's place, and whose place it took.
std::vector<Area> list_successors(db::Session& db, AreaId id);
std::vector<Area> list_predecessors(db::Session& db, AreaId id);

// Whether there is anything about it, or about what lies under it, that everybody may read.
bool has_public_records(db::Session& db, AreaId id);

std::optional<std::string> find_edition(db::Session& db);
void store_edition(db::Tx& tx, std::string_view edition);

}  // namespace areas
