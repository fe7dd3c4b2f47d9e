-- The hosts of a circle that rotates, in their order. One that left keeps its place, so that those after it go on from there.
CREATE TABLE circles_hosts (
    circle_id INTEGER NOT NULL REFERENCES circles_circles (id),
    host_id INTEGER NOT NULL REFERENCES records_records (id),
    position INTEGER NOT NULL,
    left_on TEXT,
    PRIMARY KEY (circle_id, host_id)
) STRICT;

-- Turns that do not follow from the order alone, by the day on which they were due: what people settled ahead, and who hosted what was
-- held. turn_of is whose turn it would have been; until the session is held the order says so, and it is NULL.
CREATE TABLE circles_turns (
    circle_id INTEGER NOT NULL REFERENCES circles_circles (id),
    due TEXT NOT NULL,
    host_id INTEGER NOT NULL REFERENCES records_records (id),
    turn_of INTEGER,
    came_by TEXT NOT NULL CHECK (came_by IN ('order', 'swap', 'replacement')),
    session_id INTEGER REFERENCES circles_sessions (id),
    PRIMARY KEY (circle_id, due)
) STRICT;
CREATE INDEX circles_turns_by_session ON circles_turns (session_id);

-- Who let a turn go to the next in the order.
CREATE TABLE circles_passes (
    circle_id INTEGER NOT NULL REFERENCES circles_circles (id),
    due TEXT NOT NULL,
    host_id INTEGER NOT NULL REFERENCES records_records (id),
    PRIMARY KEY (circle_id, due, host_id)
) STRICT;

-- What a host has made ready.
CREATE TABLE circles_host_ticks (
    circle_id INTEGER NOT NULL REFERENCES circles_circles (id),
    due TEXT NOT NULL,
    host_id INTEGER NOT NULL REFERENCES records_records (id),
    task TEXT NOT NULL,
    person_id INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (circle_id, due, host_id, task)
) STRICT;

-- Who was told of a turn, so that nobody is told twice; a turn that moved to another day is told of anew.
CREATE TABLE circles_turn_notices (
    circle_id INTEGER NOT NULL REFERENCES circles_circles (id),
    due TEXT NOT NULL,
    meets_on TEXT NOT NULL,
    host_id INTEGER NOT NULL REFERENCES records_records (id),
    days_ahead INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (circle_id, due, meets_on, host_id, days_ahead, person_id)
) STRICT;
