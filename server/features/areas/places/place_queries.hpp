#pragma once

#include "areas/area_queries.hpp"
#include "areas/places/places.hpp"

namespace areas {

PlaceReader::Subdistricts list_subdistricts(db::Session& db);
// Villages and communities, also those that are no more, in the order of their numbers.
std::vector<Area> list_places(db::Session& db);

// Whether there is any record of it, deleted ones aside.
bool is_written_about(db::Session& db, AreaId id);
void delete_place(db::Tx& tx, AreaId id);

}  // namespace areas
