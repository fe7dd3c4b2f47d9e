-- What an indicator is measured for: a period and a breakdown ('' is the total). Its id is a small number of its own, as an entry's is: they
-- stand in millions of rows.
CREATE TABLE goals_series (
    id INTEGER PRIMARY KEY,
    indicator_id INTEGER NOT NULL REFERENCES goals_indicators (id),
    breakdown TEXT NOT NULL,
    kind TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    -- of the areas that are asked: the indicator's when the first value came, so that coverage of old years stays what it was
    level TEXT NOT NULL,
    UNIQUE (indicator_id, breakdown, first_day, last_day)
) STRICT;

-- Who brought values in, when, from what: one row a form, or a chunk of a file.
CREATE TABLE goals_entries (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL,
    entered_at INTEGER NOT NULL,
    source TEXT NOT NULL,
    file_hash TEXT NOT NULL
) STRICT;

-- What an area itself reported; a value that is missing has no row. No references: they are asked before, once a chunk instead of once a row.
-- state: 0 a value, 1 not asked, 2 not applicable. stage: 0 draft, 1 checked, 2 approved, 3 locked; from 2 on it counts.
-- Numbers are millionths.
CREATE TABLE goals_values (
    series_id INTEGER NOT NULL,
    area_id INTEGER NOT NULL,
    state INTEGER NOT NULL,
    stage INTEGER NOT NULL,
    numerator INTEGER NOT NULL,
    denominator INTEGER,
    entry_id INTEGER NOT NULL,
    PRIMARY KEY (series_id, area_id)
-- engine: sqlite
) STRICT, WITHOUT ROWID;
-- engine: postgres
);
-- engine: both

-- What is known of an area from all that was reported in it, itself and everything below: derived, see rollup/summary.hpp. Villages and
-- communities have none, theirs is their value. depth: 0 the country, 1 regions, 2 provinces, 3 districts, 4 subdistricts.
CREATE TABLE goals_figures (
    series_id INTEGER NOT NULL,
    depth INTEGER NOT NULL,
    area_id INTEGER NOT NULL,
    amounts INTEGER NOT NULL,
    reported INTEGER NOT NULL,
    not_asked INTEGER NOT NULL,
    not_applicable INTEGER NOT NULL,
    numerator INTEGER NOT NULL,
    denominator INTEGER NOT NULL,
    lowest INTEGER NOT NULL,
    highest INTEGER NOT NULL,
    PRIMARY KEY (series_id, depth, area_id)
-- engine: sqlite
) STRICT, WITHOUT ROWID;
-- engine: postgres
-- room for the next version of a row beside it: the figures above a chunk are written again with every chunk
) WITH (fillfactor = 70);
-- engine: both

-- On PostgreSQL who writes figures takes this row first: all of them meet in the figure of the nation anyway, so the second waits instead of
-- doing its work in vain. SQLite has one writer; the row stands there too, so that a back-up of one engine fits the other.
CREATE TABLE goals_turn (id INTEGER PRIMARY KEY, turns INTEGER NOT NULL) STRICT;
INSERT INTO goals_turn (id, turns) VALUES (1, 0);
