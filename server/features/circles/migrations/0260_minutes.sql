-- Minutes of a session: drafted, amended by those who were there, approved. What was approved stays as it is; a change afterwards is a new
-- version with its reason.
CREATE TABLE circles_minutes (
    session_id INTEGER NOT NULL REFERENCES circles_sessions (id),
    version INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'approved')),
    -- why there is another version after an approved one
    reason TEXT NOT NULL,
    -- counts the changes of a draft, so that two who write do not overwrite each other
    edit INTEGER NOT NULL,
    made_by INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    approved_on TEXT,
    approved_by TEXT NOT NULL,
    CHECK ((state = 'approved') = (approved_on IS NOT NULL)),
    PRIMARY KEY (session_id, version)
) STRICT;

CREATE TABLE circles_minutes_paragraphs (
    session_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    place INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (session_id, version, place),
    FOREIGN KEY (session_id, version) REFERENCES circles_minutes (session_id, version)
) STRICT;

-- What somebody who was there would have otherwise in one paragraph. `before`: as they read it; place 0: a paragraph more, at the end.
CREATE TABLE circles_amendments (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    place INTEGER NOT NULL,
    before TEXT NOT NULL,
    body TEXT NOT NULL,
    why TEXT NOT NULL,
    person_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'taken', 'declined')),
    answer TEXT NOT NULL,
    FOREIGN KEY (session_id, version) REFERENCES circles_minutes (session_id, version)
) STRICT;
CREATE INDEX circles_amendments_by_minutes ON circles_amendments (session_id, version, id);
