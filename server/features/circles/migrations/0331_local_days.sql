-- Days and spans that a place keeps: each a record whose title says what is kept.
CREATE TABLE circles_local_days (
    id INTEGER PRIMARY KEY,
    area_id INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('holy', 'merit', 'holiday', 'season', 'rush', 'evening')),
    first TEXT NOT NULL,
    last TEXT NOT NULL,
    -- 1: on the same dates each year from then on
    yearly INTEGER NOT NULL,
    note TEXT NOT NULL
) STRICT;
CREATE INDEX circles_local_days_by_area ON circles_local_days (area_id);
