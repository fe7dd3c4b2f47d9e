-- A circle (series) and a session are records: title, organiser, area, day, audience and version stand in records_records under the same id.
CREATE TABLE circles_circles (
    id INTEGER PRIMARY KEY REFERENCES records_records (id),
    kind TEXT NOT NULL,
    level TEXT NOT NULL CHECK (level IN ('organisation', 'community', 'network')),
    phase TEXT NOT NULL CHECK (phase IN ('prepare', 'implement', 'extend')),
    purpose TEXT NOT NULL,
    project TEXT NOT NULL,
    place TEXT NOT NULL,
    place_kind TEXT,
    starts INTEGER,
    ends INTEGER,
    -- the rhythm, see base/cadence; no `every`, no rhythm
    every TEXT CHECK (every IN ('week', 'month_day', 'month_weekday')),
    every_n INTEGER,
    weekday TEXT,
    nth INTEGER,
    day INTEGER,
    since TEXT,
    -- sessions held before Lomwong kept count of them
    held_before INTEGER NOT NULL,
    agreements_wanted INTEGER NOT NULL CHECK (agreements_wanted IN (0, 1))
) STRICT;

CREATE TABLE circles_sessions (
    id INTEGER PRIMARY KEY REFERENCES records_records (id),
    circle_id INTEGER NOT NULL REFERENCES circles_circles (id),
    state TEXT NOT NULL CHECK (state IN ('planned', 'held', 'postponed', 'cancelled')),
    date TEXT NOT NULL,
    starts INTEGER,
    ends INTEGER,
    place TEXT NOT NULL,
    place_kind TEXT,
    -- ครั้งที่: of held sessions only, see numbering.hpp; said_ordinal is what the paper says, where it says so
    ordinal INTEGER,
    said_ordinal INTEGER,
    reason TEXT NOT NULL,
    moved_to INTEGER REFERENCES circles_sessions (id),
    key_question TEXT NOT NULL,
    planned_result TEXT NOT NULL,
    seen_result TEXT NOT NULL,
    -- process notes, apart from content
    check_in TEXT NOT NULL,
    tool TEXT NOT NULL,
    steps TEXT NOT NULL,
    mood TEXT NOT NULL,
    would_change TEXT NOT NULL,
    -- the four things the yearly transparency assessment asks (ITA, participation)
    issue TEXT NOT NULL,
    took_part TEXT NOT NULL,
    result TEXT NOT NULL,
    result_use TEXT NOT NULL,
    -- people in all, by head count, by list, whichever knows more; NULL: nobody counted
    people INTEGER,
    CHECK ((state = 'held') = (ordinal IS NOT NULL))
) STRICT;
CREATE INDEX circles_sessions_by_circle ON circles_sessions (circle_id, date, id);
CREATE INDEX circles_sessions_by_date ON circles_sessions (date, id);

CREATE TABLE circles_agenda (
    session_id INTEGER NOT NULL REFERENCES circles_sessions (id),
    position INTEGER NOT NULL,
    starts INTEGER,
    ends INTEGER,
    title TEXT NOT NULL,
    speaker TEXT NOT NULL,
    method TEXT NOT NULL,
    output TEXT NOT NULL,
    PRIMARY KEY (session_id, position)
) STRICT;

-- Head counts; a band that nobody counted has no row: missing is never zero. bands: "all", an age band, a sector.
CREATE TABLE circles_heads (
    session_id INTEGER NOT NULL REFERENCES circles_sessions (id),
    band TEXT NOT NULL,
    people INTEGER NOT NULL CHECK (people >= 0),
    PRIMARY KEY (session_id, band)
) STRICT;

-- Who came, or said they would. person_id 0: known here by name only. name_key: the name as the counter of different people compares it.
CREATE TABLE circles_people (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES circles_sessions (id),
    person_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    organisation TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('participant', 'facilitator', 'note_taker', 'speaker', 'host')),
    age_band TEXT,
    sector TEXT,
    answer TEXT CHECK (answer IN ('yes', 'no', 'maybe')),
    came INTEGER NOT NULL CHECK (came IN (0, 1)),
    added_by INTEGER NOT NULL,
    UNIQUE (session_id, person_id, name_key)
) STRICT;
CREATE INDEX circles_people_by_person ON circles_people (person_id);

-- What was said and is worth keeping. The name of who said it leaves this table only as `consent` allows.
CREATE TABLE circles_points (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES circles_sessions (id),
    kind TEXT NOT NULL CHECK (kind IN ('point', 'story', 'question', 'lesson')),
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    speaker_id INTEGER NOT NULL,
    speaker TEXT NOT NULL,
    age_band TEXT,
    guardian TEXT NOT NULL,
    consent TEXT NOT NULL CHECK (consent IN ('circle', 'nameless', 'named')),
    consent_how TEXT NOT NULL,
    consent_at INTEGER,
    written_by INTEGER NOT NULL,
    written_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    removed INTEGER NOT NULL CHECK (removed IN (0, 1))
) STRICT;
CREATE INDEX circles_points_by_session ON circles_points (session_id, id);

-- Who will do what until when; a session of a dialogue circle has none unless its circle wants them.
CREATE TABLE circles_agreements (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES circles_sessions (id),
    body TEXT NOT NULL,
    owner_id INTEGER NOT NULL,
    owner TEXT NOT NULL,
    due_on TEXT,
    state TEXT NOT NULL CHECK (state IN ('open', 'done', 'dropped')),
    done_on TEXT,
    note TEXT NOT NULL,
    version INTEGER NOT NULL
) STRICT;
CREATE INDEX circles_agreements_by_session ON circles_agreements (session_id, id);

-- What a circle wants to talk about.
CREATE TABLE circles_topics (
    id INTEGER PRIMARY KEY,
    circle_id INTEGER NOT NULL REFERENCES circles_circles (id),
    title TEXT NOT NULL,
    note TEXT NOT NULL,
    proposed_by INTEGER NOT NULL,
    proposed_at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'scheduled', 'done', 'dropped')),
    session_id INTEGER REFERENCES circles_sessions (id)
) STRICT;
CREATE INDEX circles_topics_by_circle ON circles_topics (circle_id, id);
CREATE INDEX circles_topics_by_session ON circles_topics (session_id);

CREATE TABLE circles_topic_support (
    topic_id INTEGER NOT NULL REFERENCES circles_topics (id),
    person_id INTEGER NOT NULL,
    PRIMARY KEY (topic_id, person_id)
) STRICT;
