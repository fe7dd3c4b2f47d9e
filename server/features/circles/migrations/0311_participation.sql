-- How far people took part in a session, as its facilitator sees it, and by what one can tell.
CREATE TABLE circles_participation (
    session_id INTEGER PRIMARY KEY REFERENCES circles_sessions (id),
    rung TEXT NOT NULL CHECK (rung IN ('inform', 'consult', 'involve', 'collaborate', 'empower')),
    evidence TEXT NOT NULL,
    told_by INTEGER NOT NULL,
    told_at INTEGER NOT NULL,
    version INTEGER NOT NULL
) STRICT;

-- How many of those who came stood on each rung; one that nobody counted has no row.
CREATE TABLE circles_rungs (
    session_id INTEGER NOT NULL REFERENCES circles_participation (session_id),
    rung TEXT NOT NULL CHECK (rung IN ('inform', 'consult', 'involve', 'collaborate', 'empower')),
    people INTEGER NOT NULL CHECK (people >= 0),
    PRIMARY KEY (session_id, rung)
) STRICT;
