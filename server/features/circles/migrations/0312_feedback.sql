-- What those who came say of a session, once each; person_id 0: from paper, without a name.
CREATE TABLE circles_feedback (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES circles_sessions (id),
    person_id INTEGER NOT NULL,
    useful INTEGER NOT NULL CHECK (useful BETWEEN 1 AND 5),
    heard INTEGER NOT NULL CHECK (heard BETWEEN 1 AND 5),
    good TEXT NOT NULL,
    better TEXT NOT NULL,
    given_at INTEGER NOT NULL
) STRICT;
CREATE INDEX circles_feedback_by_session ON circles_feedback (session_id, person_id);
CREATE UNIQUE INDEX circles_feedback_once ON circles_feedback (session_id, person_id) WHERE person_id <> 0;

-- What somebody will use of a session; asked of again after 30 and 90 days. person_id 0: known by name only.
CREATE TABLE circles_pledges (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES circles_sessions (id),
    person_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    body TEXT NOT NULL,
    written_by INTEGER NOT NULL,
    written_at INTEGER NOT NULL,
    removed INTEGER NOT NULL CHECK (removed IN (0, 1))
) STRICT;
CREATE INDEX circles_pledges_by_session ON circles_pledges (session_id, id);
CREATE INDEX circles_pledges_by_person ON circles_pledges (person_id);

CREATE TABLE circles_pledge_answers (
    pledge_id INTEGER NOT NULL REFERENCES circles_pledges (id),
    days INTEGER NOT NULL CHECK (days IN (30, 90)),
    used TEXT NOT NULL CHECK (used IN ('yes', 'partly', 'not_yet', 'no')),
    note TEXT NOT NULL,
    answered_at INTEGER NOT NULL,
    PRIMARY KEY (pledge_id, days)
) STRICT;

-- Who was asked by mail, so that nobody is asked twice.
CREATE TABLE circles_pledge_notices (
    pledge_id INTEGER NOT NULL REFERENCES circles_pledges (id),
    days INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (pledge_id, days)
) STRICT;
