-- Indicators whose values Lomwong counts itself of what it records; people enter those of all others.
CREATE TABLE goals_counters (
    indicator_id INTEGER PRIMARY KEY REFERENCES goals_indicators (id),
    counter TEXT NOT NULL
) STRICT;

-- Where a record stood when it was last counted, so that the number that it leaves is made true as well as the one that it comes to.
CREATE TABLE goals_counted (
    record_id INTEGER PRIMARY KEY,
    area_id INTEGER NOT NULL,
    day TEXT NOT NULL
) STRICT;
CREATE INDEX goals_counted_by_place ON goals_counted (area_id, day);
