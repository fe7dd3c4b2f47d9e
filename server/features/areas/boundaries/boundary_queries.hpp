#pragma once

#include "areas/boundaries/boundaries.hpp"
#include "db/db.hpp"

namespace areas {

struct CodedArea {
    std::string code;
    AreaId id;
};
BOOST_DESCRIBE_STRUCT(CodedArea, (), (code, id))
// All that there are today.
std::vector<CodedArea> list_codes(db::Session& db);
// Of the areas that have a boundary.
std::vector<AreaId> list_bounded(db::Session& db);

void insert_load(db::Tx& tx, const BoundaryLoad& load, const BoundaryOrder& order);
void put_boundary(db::Tx& tx, BoundaryLoadId load, const Boundary& boundary);
std::optional<BoundaryLoad> find_load(db::Session& db, BoundaryLoadId load);
std::int64_t delete_boundaries(db::Tx& tx, BoundaryLoadId load);

struct BoundaryRow {
    AreaId area_id;
    BoundaryLoadId load_id;
    db::Blob shape;
};
BOOST_DESCRIBE_STRUCT(BoundaryRow, (), (area_id, load_id, shape))
// Of a level within an area, itself included.
std::vector<BoundaryRow> list_boundaries(db::Session& db, AreaId inside, Level level);

}  // namespace areas
