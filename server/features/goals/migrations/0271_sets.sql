-- A set of indicators is a record: title, owner, area, audience and version stand in records_records under the same id.
CREATE TABLE goals_sets (
    id INTEGER PRIMARY KEY REFERENCES records_records (id),
    -- its last path segment: "bmn_2560" of one that is shipped, else its number
    key TEXT NOT NULL UNIQUE,
    -- the set that an area made its own; 0: none. What stands in that one is the core of this one, and is not repeated here.
    base_id INTEGER NOT NULL
) STRICT;
CREATE INDEX goals_sets_by_base ON goals_sets (base_id) WHERE base_id <> 0;

-- What is in it from a year (CE) on: set/set.hpp as JSON.
CREATE TABLE goals_set_versions (
    set_id INTEGER NOT NULL REFERENCES goals_sets (id),
    from_year INTEGER NOT NULL,
    content TEXT NOT NULL,
    changed TEXT NOT NULL,
    written_by INTEGER NOT NULL,
    written_at INTEGER NOT NULL,
    PRIMARY KEY (set_id, from_year)
) STRICT;

-- Which indicators a version names: derived from its content.
CREATE TABLE goals_set_members (
    set_id INTEGER NOT NULL,
    from_year INTEGER NOT NULL,
    indicator_id INTEGER NOT NULL REFERENCES goals_indicators (id),
    PRIMARY KEY (set_id, from_year, indicator_id)
) STRICT;
CREATE INDEX goals_set_members_by_indicator ON goals_set_members (indicator_id);
