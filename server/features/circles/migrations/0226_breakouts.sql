-- Those who came sit in small groups over one question. seed: the lot can be drawn again by anybody, with the same outcome.
CREATE TABLE circles_breakouts (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES circles_sessions (id),
    question TEXT NOT NULL,
    split_by TEXT NOT NULL CHECK (split_by IN ('lot', 'choice', 'organisation', 'sector')),
    seed INTEGER NOT NULL,
    made_by INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    removed INTEGER NOT NULL CHECK (removed IN (0, 1))
) STRICT;
CREATE INDEX circles_breakouts_by_session ON circles_breakouts (session_id, id);

CREATE TABLE circles_groups (
    id INTEGER PRIMARY KEY,
    breakout_id INTEGER NOT NULL REFERENCES circles_breakouts (id),
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    UNIQUE (breakout_id, place)
) STRICT;

-- Who sits where: attendee_id is of circles_people, where somebody taken off the list leaves no trace of their seat.
CREATE TABLE circles_seats (
    breakout_id INTEGER NOT NULL REFERENCES circles_breakouts (id),
    attendee_id INTEGER NOT NULL,
    group_id INTEGER NOT NULL REFERENCES circles_groups (id),
    PRIMARY KEY (breakout_id, attendee_id)
) STRICT;

-- Each note is a row of its own: two who write at once never overwrite each other.
CREATE TABLE circles_group_notes (
    id INTEGER PRIMARY KEY,
    group_id INTEGER NOT NULL REFERENCES circles_groups (id),
    body TEXT NOT NULL,
    written_by INTEGER NOT NULL,
    written_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    removed INTEGER NOT NULL CHECK (removed IN (0, 1))
) STRICT;
CREATE INDEX circles_group_notes_by_group ON circles_group_notes (group_id, id);
