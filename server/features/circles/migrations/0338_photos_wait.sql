-- Photos and voices of a session that stay in its circle because nobody has said yet that they may leave it ('waits'), or because one of its
-- editors keeps them there ('kept'). What was public before this stays so: it has no row.
CREATE TABLE circles_held_back (
    session_id INTEGER NOT NULL REFERENCES circles_sessions (id),
    file_id INTEGER NOT NULL,
    why TEXT NOT NULL CHECK (why IN ('waits', 'kept')),
    PRIMARY KEY (session_id, file_id)
) STRICT;
