-- Work that waits. A job that is done goes away; one that failed for good stays as dead, until somebody wakes it.
CREATE TABLE jobs_queue (
    id INTEGER PRIMARY KEY,
    handler TEXT NOT NULL,
    payload TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'dead')),
    attempts INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    problem TEXT,
    added_at INTEGER NOT NULL
) STRICT;
CREATE INDEX jobs_queue_due ON jobs_queue (due_at, id) WHERE state = 'waiting';
