-- Tables that were brought in during the last thirty days, so that a whole one can be taken back.
CREATE TABLE people_imports (
    id INTEGER PRIMARY KEY,
    -- the organisation that looks after what came in, and who brought it
    entered_by INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    subject TEXT NOT NULL CHECK (subject IN ('organisations', 'people')),
    file_name TEXT NOT NULL,
    begun_at INTEGER NOT NULL,
    -- how many rows there are to write, and how many are written
    rows INTEGER NOT NULL,
    done INTEGER NOT NULL,
    undone_at INTEGER
) STRICT;
CREATE INDEX people_imports_by_organisation ON people_imports (entered_by, id);

-- What each row did, in its order. What stood before is JSON, NULL where nothing stood.
CREATE TABLE people_import_steps (
    import_id INTEGER NOT NULL REFERENCES people_imports (id),
    step INTEGER NOT NULL,
    record_id INTEGER NOT NULL,
    -- the version that the row made; 0 where it left the record alone
    version INTEGER NOT NULL,
    before TEXT,
    -- the membership that it made
    membership TEXT,
    membership_before TEXT,
    PRIMARY KEY (import_id, step)
) STRICT;
