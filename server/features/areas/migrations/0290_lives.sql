-- The first day for which anything can have been counted in an area; NULL where nobody has told us, and any day will do.
ALTER TABLE areas_areas ADD COLUMN begins_on TEXT;

-- What took the place of an area that is no more.
CREATE TABLE areas_successions (
    area_id INTEGER NOT NULL REFERENCES areas_areas (id),
    successor_id INTEGER NOT NULL REFERENCES areas_areas (id),
    PRIMARY KEY (area_id, successor_id)
) STRICT;
CREATE INDEX areas_successions_by_successor ON areas_successions (successor_id);

-- For features that count areas: which there are of a level, and when.
CREATE VIEW areas_v_lives AS SELECT id, level, begins_on, valid_to AS ends_on FROM areas_areas;
