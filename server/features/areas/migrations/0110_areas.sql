-- Every area, numbered in tree order: what lies under one is the range from its id to its last_id.
CREATE TABLE areas_areas (
    id INTEGER PRIMARY KEY,
    last_id INTEGER NOT NULL,
    code TEXT NOT NULL UNIQUE,
    level TEXT NOT NULL CHECK (level IN ('country', 'region', 'province', 'district', 'subdistrict', 'village', 'community')),
    name TEXT NOT NULL,
    name_en TEXT NOT NULL,
    latitude REAL,
    longitude REAL,
    position TEXT NOT NULL CHECK (position IN ('point', 'derived', 'none')),
    -- the days for which the area is known to be as it stands; valid_to is NULL while it is
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    -- ICU bytes: the same Thai order on both engines
    sort_key BLOB NOT NULL,
    -- what typed text is compared with: the name normalised, its English, its consonants alone. Bytes, so that both engines order alike.
    -- A village's or community's own keys are kept apart by is_place: there are ten times as many, and they come after.
    is_place INTEGER NOT NULL,
    search_key BLOB NOT NULL,
    search_key_en BLOB NOT NULL,
    consonants BLOB NOT NULL
) STRICT;
CREATE INDEX areas_areas_by_level ON areas_areas (level, id);
CREATE INDEX areas_areas_by_search_key ON areas_areas (is_place, search_key);
CREATE INDEX areas_areas_by_search_key_en ON areas_areas (is_place, search_key_en);
CREATE INDEX areas_areas_by_consonants ON areas_areas (is_place, consonants);

-- Which tree of the program stands in the table.
CREATE TABLE areas_editions (
    edition TEXT PRIMARY KEY,
    planted_at INTEGER NOT NULL
) STRICT;
