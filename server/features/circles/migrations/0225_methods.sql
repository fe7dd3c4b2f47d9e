-- An organisation's own way of holding a session: title, owner, audience and version stand in records_records under the same id; content is
-- method/method.hpp as JSON. What is shipped stands in no table.
CREATE TABLE circles_methods (
    id INTEGER PRIMARY KEY REFERENCES records_records (id),
    kind TEXT NOT NULL,
    content TEXT NOT NULL,
    -- the key or number of the one that it was made from; empty: made from nothing
    copied_from TEXT NOT NULL
) STRICT;

-- A method in use by a session, as it stood when it was chosen: what is changed in the catalogue later changes no past.
CREATE TABLE circles_uses (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES circles_sessions (id),
    method TEXT NOT NULL,
    label TEXT NOT NULL,
    content TEXT NOT NULL,
    -- the last question is to be asked so many days after the session; 0: none is asked later
    follows_days INTEGER NOT NULL,
    chosen_by INTEGER NOT NULL,
    chosen_at INTEGER NOT NULL,
    removed INTEGER NOT NULL CHECK (removed IN (0, 1))
) STRICT;
CREATE INDEX circles_uses_by_session ON circles_uses (session_id, id);

-- What was written into a field of it, or who took a role; place is the field's or role's place in content. One row a writer's answer: two
-- who write at once never overwrite each other.
CREATE TABLE circles_answers (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES circles_sessions (id),
    use_id INTEGER NOT NULL REFERENCES circles_uses (id),
    part TEXT NOT NULL CHECK (part IN ('field', 'role')),
    place INTEGER NOT NULL,
    body TEXT NOT NULL,
    -- the address of what it became; empty: nothing yet
    became TEXT NOT NULL,
    written_by INTEGER NOT NULL,
    written_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    removed INTEGER NOT NULL CHECK (removed IN (0, 1))
) STRICT;
CREATE INDEX circles_answers_by_session ON circles_answers (session_id, id);
