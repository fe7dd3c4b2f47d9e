-- The live room of a session: what stands there now. All of it is here and nothing only in memory, so that a restart loses nothing.
CREATE TABLE circles_rooms (
    session_id INTEGER PRIMARY KEY REFERENCES circles_sessions (id),
    -- what a phone types, while the room is open; nobody can come in by a code that is over
    code TEXT UNIQUE,
    opened_at INTEGER NOT NULL,
    closed_at INTEGER,
    -- grows with everything that is told to all, except hands: the id of the event that tells it
    revision INTEGER NOT NULL,
    screen TEXT NOT NULL CHECK (screen IN ('welcome', 'ask', 'speakers')),
    screen_ask INTEGER,
    -- which block of the agenda is on, and until when
    block INTEGER,
    block_ends_at INTEGER,
    round INTEGER NOT NULL,
    CHECK ((code IS NULL) = (closed_at IS NOT NULL))
) STRICT;

-- A phone that came in by the code: nameless, known again by the token in its cookie.
CREATE TABLE circles_room_seats (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES circles_rooms (session_id),
    token_hash BLOB NOT NULL UNIQUE,
    taken_at INTEGER NOT NULL
) STRICT;
CREATE INDEX circles_room_seats_by_session ON circles_room_seats (session_id);

-- What the circle is asked: for cards, for hands 1-5, or the four questions of a review (AAR). `live`: hands are shown while they go up.
CREATE TABLE circles_room_asks (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES circles_rooms (session_id),
    kind TEXT NOT NULL CHECK (kind IN ('cards', 'count', 'review')),
    question TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'open', 'closed')),
    live INTEGER NOT NULL CHECK (live IN (0, 1))
) STRICT;
CREATE INDEX circles_room_asks_by_session ON circles_room_asks (session_id, id);

-- seat_id 0: written by the facilitator for somebody without a phone. point_id: what it became in the session's notes.
CREATE TABLE circles_room_cards (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES circles_rooms (session_id),
    ask_id INTEGER NOT NULL REFERENCES circles_room_asks (id),
    seat_id INTEGER NOT NULL,
    heading INTEGER NOT NULL,
    body TEXT NOT NULL,
    hidden INTEGER NOT NULL CHECK (hidden IN (0, 1)),
    point_id INTEGER,
    written_at INTEGER NOT NULL,
    -- the room's, when this card was written or changed
    revision INTEGER NOT NULL
) STRICT;
CREATE INDEX circles_room_cards_by_session ON circles_room_cards (session_id, revision);

-- A phone has one hand; putting it up again moves it.
CREATE TABLE circles_room_hands (
    ask_id INTEGER NOT NULL REFERENCES circles_room_asks (id),
    seat_id INTEGER NOT NULL REFERENCES circles_room_seats (id),
    level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5),
    PRIMARY KEY (ask_id, seat_id)
) STRICT;

-- Hands that the facilitator counted by eye.
CREATE TABLE circles_room_counted (
    ask_id INTEGER NOT NULL REFERENCES circles_room_asks (id),
    level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5),
    hands INTEGER NOT NULL CHECK (hands >= 0),
    PRIMARY KEY (ask_id, level)
) STRICT;

-- Who is to speak in this round, in their order.
CREATE TABLE circles_room_speakers (
    session_id INTEGER NOT NULL REFERENCES circles_rooms (session_id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'speaking', 'spoken', 'passed')),
    PRIMARY KEY (session_id, position)
) STRICT;
