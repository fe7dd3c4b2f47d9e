-- An indicator is a record: title, owner, audience and version stand in records_records under the same id. What is here holds for all its years.
CREATE TABLE goals_indicators (
    id INTEGER PRIMARY KEY REFERENCES records_records (id),
    -- what files name it by
    code TEXT NOT NULL UNIQUE,
    -- of the areas that report it
    level TEXT NOT NULL,
    -- what is counted; in words where unit is 'other'
    unit TEXT NOT NULL,
    unit_name TEXT NOT NULL,
    direction TEXT NOT NULL CHECK (direction IN ('up', 'down', 'band')),
    calculation TEXT NOT NULL CHECK (calculation IN ('plain', 'ratio', 'score')),
    -- of a ratio: 100 makes it a percentage
    factor INTEGER NOT NULL CHECK (factor > 0),
    over_areas TEXT NOT NULL,
    over_time TEXT NOT NULL,
    decimals INTEGER NOT NULL
) STRICT;

-- What it means in words from a year (CE) on, as indicator/definition.hpp writes it in JSON; `changed` says what is new in it and why.
CREATE TABLE goals_definitions (
    indicator_id INTEGER NOT NULL REFERENCES goals_indicators (id),
    from_year INTEGER NOT NULL,
    content TEXT NOT NULL,
    changed TEXT NOT NULL,
    written_by INTEGER NOT NULL,
    written_at INTEGER NOT NULL,
    PRIMARY KEY (indicator_id, from_year)
) STRICT;
