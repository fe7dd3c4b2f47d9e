-- Which organisations look after the figures of an area and of all that lies in it. What a person may do with values there is their role in one
-- of these.
CREATE TABLE goals_keepers (
    area_id INTEGER NOT NULL,
    organisation_id INTEGER NOT NULL,
    named_by INTEGER NOT NULL,
    named_at INTEGER NOT NULL,
    PRIMARY KEY (area_id, organisation_id)
) STRICT;
CREATE INDEX goals_keepers_by_organisation ON goals_keepers (organisation_id);

-- What people did with one value, each act with the value as it stood then. Tables that come in as approved leave none: their entry says it.
-- state is NULL where the value was taken away.
CREATE TABLE goals_deeds (
    id INTEGER PRIMARY KEY,
    series_id INTEGER NOT NULL,
    area_id INTEGER NOT NULL,
    act TEXT NOT NULL CHECK (act IN ('entered', 'removed', 'checked', 'approved', 'locked', 'sent_back', 'unlocked', 'explained')),
    person_id INTEGER NOT NULL,
    done_at INTEGER NOT NULL,
    state INTEGER,
    numerator INTEGER NOT NULL,
    denominator INTEGER,
    -- why it went back, or why it is right although it looks odd
    words TEXT NOT NULL,
    -- approved by who had entered it, because nobody else may
    alone INTEGER NOT NULL
) STRICT;
CREATE INDEX goals_deeds_of_value ON goals_deeds (series_id, area_id, id);

-- Few wait among millions that count.
CREATE INDEX goals_values_waiting ON goals_values (area_id, series_id) WHERE stage < 2;
