-- What readers find wrong: one row for a record, a comment or a picture, however many say so.
CREATE TABLE concerns_concerns (
    id INTEGER PRIMARY KEY,
    record_id INTEGER NOT NULL,
    comment_id INTEGER NOT NULL, -- 0: not about a comment
    file_id INTEGER NOT NULL, -- 0: not about a picture
    state TEXT NOT NULL CHECK (state IN ('open', 'kept', 'hidden')),
    note TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    decided_by INTEGER NOT NULL,
    decided_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    UNIQUE (record_id, comment_id, file_id)
) STRICT;
CREATE INDEX concerns_concerns_open ON concerns_concerns (id) WHERE state = 'open';
CREATE INDEX concerns_concerns_by_day ON concerns_concerns (decided_at);
-- Who said so, each once. A guest is known by their network, and only until it is decided.
CREATE TABLE concerns_reports (
    id INTEGER PRIMARY KEY,
    concern_id INTEGER NOT NULL REFERENCES concerns_concerns (id),
    person_id INTEGER NOT NULL, -- 0: a guest
    network TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason IN ('spam', 'privacy', 'wrong', 'other')),
    words TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX concerns_reports_of_persons ON concerns_reports (concern_id, person_id) WHERE person_id <> 0;
CREATE UNIQUE INDEX concerns_reports_of_guests ON concerns_reports (concern_id, network) WHERE network <> '';
CREATE INDEX concerns_reports_by_person ON concerns_reports (person_id, concern_id);
