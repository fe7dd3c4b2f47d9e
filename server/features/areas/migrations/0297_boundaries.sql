-- Files of boundaries that the office loaded, with where they come from: it stands under every map that is drawn of them.
CREATE TABLE areas_boundary_loads (
    id INTEGER PRIMARY KEY,
    loaded_at INTEGER NOT NULL,
    loaded_by INTEGER NOT NULL,
    file_name TEXT NOT NULL,
    file_hash TEXT NOT NULL,
    source TEXT NOT NULL,
    licence TEXT NOT NULL,
    attribution TEXT NOT NULL,
    brought INTEGER NOT NULL
) STRICT;

-- Land within borders, one an area: areas/geometry/shape.hpp packs it.
CREATE TABLE areas_boundaries (
    area_id INTEGER PRIMARY KEY REFERENCES areas_areas (id) ON DELETE CASCADE,
    load_id INTEGER NOT NULL REFERENCES areas_boundary_loads (id),
    shape BLOB NOT NULL
) STRICT;
CREATE INDEX areas_boundaries_by_load ON areas_boundaries (load_id);
