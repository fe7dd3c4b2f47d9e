-- The link or QR by which those who came say how a session was without an account. Only its hash is kept; one a session, a new one ends it.
CREATE TABLE circles_feedback_links (
    session_id INTEGER PRIMARY KEY REFERENCES circles_sessions (id),
    token_hash BLOB NOT NULL UNIQUE,
    made_by INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;

-- What came by it and waits for who keeps the session; taken in, it is feedback like that from paper.
CREATE TABLE circles_feedback_waiting (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES circles_sessions (id),
    useful INTEGER NOT NULL CHECK (useful BETWEEN 1 AND 5),
    heard INTEGER NOT NULL CHECK (heard BETWEEN 1 AND 5),
    good TEXT NOT NULL,
    better TEXT NOT NULL
) STRICT;
CREATE INDEX circles_feedback_waiting_by_session ON circles_feedback_waiting (session_id);
