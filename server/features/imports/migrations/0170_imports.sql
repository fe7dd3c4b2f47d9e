-- Tables that come in: what is to be written, how far it is, and what taking it back needs.
CREATE TABLE imports_tables (
    id INTEGER PRIMARY KEY,
    -- what the table is about: "organisations"
    subject TEXT NOT NULL,
    -- the organisation that looks after what comes in, 0 where it is of the whole installation; and who brings it
    entered_by INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    file_name TEXT NOT NULL,
    file_hash TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('looked_at', 'reading', 'writing', 'written', 'stopped', 'undoing', 'undone', 'failed')),
    -- why it failed, as a locale key without "problem_"
    problem TEXT NOT NULL,
    begun_at INTEGER NOT NULL,
    -- the reading whose plan holds, and the first step of it: one that began later takes over from one that was cut off or stopped
    turn INTEGER NOT NULL,
    planned_from INTEGER NOT NULL,
    -- how many rows there are to write, and how many of them stand
    rows INTEGER NOT NULL,
    done INTEGER NOT NULL,
    -- of taking back: how many are gone, and how many had to stay
    undone INTEGER NOT NULL,
    kept INTEGER NOT NULL
) STRICT;
CREATE INDEX imports_tables_by_person ON imports_tables (person_id, id);
CREATE INDEX imports_tables_by_organisation ON imports_tables (entered_by, id);

-- What is long, apart from what changes with each write. All are JSON but the content, which goes away once it is written.
CREATE TABLE imports_texts (
    import_id INTEGER PRIMARY KEY REFERENCES imports_tables (id) ON DELETE CASCADE,
    content BLOB,
    report TEXT NOT NULL,
    wrong_rows TEXT NOT NULL,
    kept_records TEXT NOT NULL
) STRICT;

-- One row that is to be written, in its order. The plan goes away when it is written; `did` is for taking it back, NULL until then and for
-- a row that was left out.
CREATE TABLE imports_steps (
    import_id INTEGER NOT NULL REFERENCES imports_tables (id) ON DELETE CASCADE,
    step INTEGER NOT NULL,
    line INTEGER NOT NULL,
    effect TEXT NOT NULL CHECK (effect IN ('adds', 'changes')),
    plan TEXT NOT NULL,
    made INTEGER NOT NULL,
    did TEXT,
    PRIMARY KEY (import_id, step)
) STRICT;
