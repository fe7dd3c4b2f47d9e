-- Who did what to which record, when, and a salted hash of what was written. Rows are never changed once they are sealed.
-- sequence and chain_hash are NULL until the sealer has given them, right after commit.
CREATE TABLE journal_events (
    id INTEGER PRIMARY KEY,
    sequence INTEGER UNIQUE,
    at INTEGER NOT NULL,
    actor_id INTEGER NOT NULL,
    action TEXT NOT NULL,
    record_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    content_hash BLOB NOT NULL,
    chain_hash BLOB,
    CHECK ((sequence IS NULL) = (chain_hash IS NULL))
) STRICT;
CREATE INDEX journal_events_unsealed ON journal_events (id) WHERE sequence IS NULL;
CREATE INDEX journal_events_by_record ON journal_events (record_id, id);
CREATE INDEX journal_events_by_actor ON journal_events (actor_id, id);

-- What was written. The row may be erased when the law asks for it; its hash stays in the event.
CREATE TABLE journal_revisions (
    event_id INTEGER PRIMARY KEY REFERENCES journal_events (id),
    record_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    salt BLOB NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX journal_revisions_by_record ON journal_revisions (record_id, version);

-- The last seal, so that a journal cut off at its end is found out. One row.
CREATE TABLE journal_head (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    sequence INTEGER NOT NULL,
    chain_hash BLOB NOT NULL
) STRICT;

-- How far each follower has come.
CREATE TABLE journal_followers (
    name TEXT PRIMARY KEY,
    sequence INTEGER NOT NULL
) STRICT;
