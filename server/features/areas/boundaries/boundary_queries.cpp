#include "areas/boundaries/boundary_queries.hpp"

namespace areas {

std::vector<CodedArea> list_codes(db::Session& db) {
    return db.all<CodedArea>("SELECT code, id FROM areas_areas WHERE valid_to IS NULL");
}

std::vector<AreaId> list_bounded(db::Session& db) {
    return db.all<AreaId>("SELECT area_id FROM areas_boundaries ORDER BY area_id");
}

void insert_load(db::Tx& tx, const BoundaryLoad& load, const BoundaryOrder& order) {
    tx.run(
        "INSERT INTO areas_boundary_loads (id, loaded_at, loaded_by, file_name, file_hash, source, licence, attribution, brought)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        load.id, load.loaded_at, order.by, load.file_name, order.file_hash, load.source, load.licence, load.attribution, load.brought);
}

void put_boundary(db::Tx& tx, BoundaryLoadId load, const Boundary& boundary) {
    tx.run(
        "INSERT INTO areas_boundaries (area_id, load_id, shape) VALUES ($1, $2, $3)"
        " ON CONFLICT (area_id) DO UPDATE SET load_id = excluded.load_id, shape = excluded.shape",
        boundary.area, load, db::Blob{packed(boundary.shape)});
}

#define LOADS                                                                               \
    "SELECT l.id, l.loaded_at, l.file_name, l.source, l.licence, l.attribution, l.brought," \
    " (SELECT count(*) FROM areas_boundaries b WHERE b.load_id = l.id) AS drawn FROM areas_boundary_loads l"

std::optional<BoundaryLoad> find_load(db::Session& db, BoundaryLoadId load) {
    return db.find<BoundaryLoad>(LOADS " WHERE l.id = $1", load);
}

std::vector<BoundaryLoad> list_boundary_loads(db::Session& db) {
    return db.all<BoundaryLoad>(LOADS " ORDER BY l.id DESC");
}

std::int64_t delete_boundaries(db::Tx& tx, BoundaryLoadId load) {
    return tx.run("DELETE FROM areas_boundaries WHERE load_id = $1", load);
}

std::vector<BoundaryRow> list_boundaries(db::Session& db, AreaId inside, Level level) {
    return db.all<BoundaryRow>(
        "SELECT b.area_id, b.load_id, b.shape FROM areas_boundaries b JOIN areas_areas a ON a.id = b.area_id"
        " WHERE a.level = $1 AND b.area_id BETWEEN $2 AND $3 ORDER BY b.area_id",
        level, inside, base::last_of(inside));
}

}  // namespace areas
