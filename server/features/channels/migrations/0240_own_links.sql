-- Secret addresses of a person's own calendar: who knows one reads what the person may read, so only its hash is kept.
CREATE TABLE channels_own_links (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    token_hash BLOB NOT NULL UNIQUE,
    made_at INTEGER NOT NULL
) STRICT;
CREATE INDEX channels_own_links_by_person ON channels_own_links (person_id, id);
