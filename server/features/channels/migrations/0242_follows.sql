-- Who is told by mail what happens to a record. The token stops it by one tap from the mail: it gives no other right, and stands in every
-- mail anew, so it is kept as it is.
CREATE TABLE channels_follows (
    person_id INTEGER NOT NULL,
    record_id INTEGER NOT NULL,
    pace TEXT NOT NULL CHECK (pace IN ('at_once', 'daily', 'weekly')),
    token TEXT NOT NULL UNIQUE,
    PRIMARY KEY (person_id, record_id)
) STRICT;
CREATE INDEX channels_follows_by_record ON channels_follows (record_id, pace);

-- When and where a session was when followers were told of it last: what is edited beside that is no news.
CREATE TABLE channels_told (
    session_id INTEGER PRIMARY KEY,
    date TEXT NOT NULL,
    starts INTEGER,
    place TEXT NOT NULL
) STRICT;
