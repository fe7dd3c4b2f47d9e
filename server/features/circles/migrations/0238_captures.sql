-- A session that was written down on a phone, often without a signal: which one it became. The key was made on the phone, so that what
-- comes again, also after months, is known; it stays as long as its session.
CREATE TABLE circles_captures (
    person_id INTEGER NOT NULL,
    key TEXT NOT NULL,
    session_id INTEGER NOT NULL REFERENCES circles_sessions (id),
    -- by the phone's clock
    captured_at INTEGER NOT NULL,
    came_at INTEGER NOT NULL,
    latitude REAL,
    longitude REAL,
    -- how far off the position may be, in metres
    within REAL,
    PRIMARY KEY (person_id, key)
) STRICT;
CREATE INDEX circles_captures_by_session ON circles_captures (session_id);

-- What a phone had written down otherwise than the session says by then: the session was left as it stood, and both are kept until
-- somebody has looked. part: "title", "place", "heads" (JSON).
CREATE TABLE circles_differences (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES circles_sessions (id),
    part TEXT NOT NULL CHECK (part IN ('title', 'place', 'heads')),
    captured TEXT NOT NULL,
    person_id INTEGER NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX circles_differences_by_session ON circles_differences (session_id, id);

-- The recording of something that was said. Its words, once somebody has written them down, are the point's body.
CREATE TABLE circles_voices (
    point_id INTEGER PRIMARY KEY REFERENCES circles_points (id),
    file_id INTEGER NOT NULL,
    seconds INTEGER NOT NULL
) STRICT;
