-- What the papers of a session say beside what the session says itself.
CREATE TABLE circles_papers (
    session_id INTEGER PRIMARY KEY REFERENCES circles_sessions (id),
    memo_number TEXT NOT NULL,
    memo_date TEXT,
    letter_number TEXT NOT NULL,
    letter_date TEXT,
    -- one number for all letters, or each the next one
    numbering TEXT NOT NULL CHECK (numbering IN ('circular', 'running')),
    report_number TEXT NOT NULL,
    report_date TEXT,
    budget TEXT NOT NULL,
    blank_rows INTEGER NOT NULL,
    version INTEGER NOT NULL
) STRICT;

-- Who is invited by letter. rank: set by hand where the order of posts does not say it; NULL: as the post has it.
CREATE TABLE circles_invited (
    session_id INTEGER NOT NULL REFERENCES circles_papers (session_id),
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    position TEXT NOT NULL,
    organisation TEXT NOT NULL,
    rank INTEGER,
    PRIMARY KEY (session_id, place)
) STRICT;
