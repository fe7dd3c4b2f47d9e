-- A count of hands is a record: title, owner, area, day and audience stand in records_records under the same id.
CREATE TABLE goals_counts (
    id INTEGER PRIMARY KEY REFERENCES records_records (id),
    -- the set whose indicators are counted; 0: some of their own
    set_id INTEGER NOT NULL,
    year INTEGER NOT NULL,
    present INTEGER NOT NULL CHECK (present > 0),
    -- in which the hall sits apart, as a list of names in JSON; none: all together
    group_names TEXT NOT NULL,
    led_by TEXT NOT NULL,
    -- the indicator that is being read aloud
    on_position INTEGER NOT NULL,
    -- grows with everything that is told to all: the id of the event that tells it
    revision INTEGER NOT NULL,
    closed_at INTEGER
) STRICT;

-- What is counted, in the order in which it is read aloud.
CREATE TABLE goals_count_items (
    count_id INTEGER NOT NULL REFERENCES goals_counts (id),
    position INTEGER NOT NULL,
    indicator_id INTEGER NOT NULL REFERENCES goals_indicators (id),
    -- what the set calls it; empty: as the indicator itself
    name TEXT NOT NULL,
    way TEXT NOT NULL CHECK (way IN ('hands', 'eyes_closed', 'seeds', 'slips')),
    closed INTEGER NOT NULL CHECK (closed IN (0, 1)),
    PRIMARY KEY (count_id, position),
    UNIQUE (count_id, indicator_id)
) STRICT;
CREATE INDEX goals_count_items_by_indicator ON goals_count_items (indicator_id, count_id);

-- One number that somebody counted; whoever wrote it last stands beside it. group_at: the place in group_names, 0 where all sit together.
CREATE TABLE goals_count_cells (
    count_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    group_at INTEGER NOT NULL,
    level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5),
    hands INTEGER NOT NULL CHECK (hands >= 0),
    written_by INTEGER NOT NULL,
    written_at INTEGER NOT NULL,
    PRIMARY KEY (count_id, position, group_at, level),
    FOREIGN KEY (count_id, position) REFERENCES goals_count_items (count_id, position)
) STRICT;

-- Each time it was closed its numbers went into the figures, as one entry; a count that was opened again has several.
CREATE TABLE goals_count_closings (
    count_id INTEGER NOT NULL REFERENCES goals_counts (id),
    entry_id INTEGER NOT NULL REFERENCES goals_entries (id),
    closed_by INTEGER NOT NULL,
    closed_at INTEGER NOT NULL,
    PRIMARY KEY (count_id, entry_id)
) STRICT;
