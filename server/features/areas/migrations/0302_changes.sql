-- Changes of areas that the office recorded: since which day, by what announcement. The body holds all that one wrote; it is undone by it.
CREATE TABLE areas_changes (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    holds_on TEXT NOT NULL,
    source TEXT NOT NULL,
    body TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    recorded_by INTEGER NOT NULL,
    undone_at INTEGER,
    undone_by INTEGER
) STRICT;

-- The areas that a change touched; an undone one touches none. A new edition of the tree leaves them as the office recorded them.
CREATE TABLE areas_changed (
    change_id INTEGER NOT NULL REFERENCES areas_changes (id),
    area_id INTEGER NOT NULL REFERENCES areas_areas (id),
    PRIMARY KEY (change_id, area_id)
) STRICT;
CREATE INDEX areas_changed_by_area ON areas_changed (area_id);

-- A successor may come while the area goes on, smaller; held_on is then its day. NULL: the day after the area's last.
ALTER TABLE areas_successions ADD COLUMN held_on TEXT;
-- NULL: the tree that the program was built with tells it.
ALTER TABLE areas_successions ADD COLUMN change_id INTEGER;
CREATE INDEX areas_successions_by_change ON areas_successions (change_id) WHERE change_id IS NOT NULL;

-- Local government of a subdistrict that was raised to a municipality, with all of it or with a part; the subdistrict and its figures stay.
CREATE TABLE areas_municipalities (
    change_id INTEGER NOT NULL REFERENCES areas_changes (id),
    area_id INTEGER NOT NULL REFERENCES areas_areas (id),
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    name_en TEXT NOT NULL,
    is_whole INTEGER NOT NULL,
    begins_on TEXT NOT NULL,
    PRIMARY KEY (change_id, area_id)
) STRICT;
CREATE INDEX areas_municipalities_by_area ON areas_municipalities (area_id, begins_on);
