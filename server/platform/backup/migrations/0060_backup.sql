-- What became of each back-up and each check of one; problem is NULL when all went well.
CREATE TABLE backup_runs (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('made', 'checked')),
    began_at INTEGER NOT NULL,
    ended_at INTEGER NOT NULL,
    archive TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    problem TEXT
) STRICT;
CREATE INDEX backup_runs_by_end ON backup_runs (kind, ended_at);
