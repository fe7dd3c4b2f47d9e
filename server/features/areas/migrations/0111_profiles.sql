-- What is known of a place, one profile an area: a record whose content is one JSON text, as it was described and read.
CREATE TABLE areas_profiles (
    record_id INTEGER PRIMARY KEY,
    area_id INTEGER NOT NULL UNIQUE REFERENCES areas_areas (id),
    body TEXT NOT NULL
) STRICT;

-- What happened to a place, in its people's telling; each a record. Month and day are 0 where nobody remembers them.
CREATE TABLE areas_timeline (
    record_id INTEGER PRIMARY KEY,
    area_id INTEGER NOT NULL REFERENCES areas_areas (id),
    year INTEGER NOT NULL,
    month INTEGER NOT NULL,
    day INTEGER NOT NULL,
    kind TEXT NOT NULL,
    detail TEXT NOT NULL,
    link TEXT NOT NULL,
    speaker TEXT NOT NULL,
    speaker_role TEXT NOT NULL,
    speaker_body TEXT NOT NULL
) STRICT;
CREATE INDEX areas_timeline_by_area ON areas_timeline (area_id, year, month, day);
