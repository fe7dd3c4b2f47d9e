-- Who can lead circles for an organisation.
CREATE TABLE circles_facilitators (
    organisation_id INTEGER NOT NULL REFERENCES records_records (id),
    person_id INTEGER NOT NULL REFERENCES records_records (id),
    unit TEXT NOT NULL,
    skills TEXT NOT NULL,
    added_by INTEGER NOT NULL,
    added_at INTEGER NOT NULL,
    PRIMARY KEY (organisation_id, person_id)
) STRICT;
CREATE INDEX circles_facilitators_by_person ON circles_facilitators (person_id);

-- Days on which somebody of the pool cannot lead.
CREATE TABLE circles_away (
    id INTEGER PRIMARY KEY,
    organisation_id INTEGER NOT NULL REFERENCES records_records (id),
    person_id INTEGER NOT NULL REFERENCES records_records (id),
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;
CREATE INDEX circles_away_by_organisation ON circles_away (organisation_id, last_day);
