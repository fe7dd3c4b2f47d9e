-- A link for a chat group: who opens it answers, and gives photos, voices and words to one session without an account.
CREATE TABLE channels_group_links (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL,
    token_hash BLOB NOT NULL UNIQUE,
    made_by INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    ended_at INTEGER
) STRICT;
CREATE INDEX channels_group_links_by_session ON channels_group_links (session_id, id);

-- What came by such a link and waits for an editor of the session. What is taken in lives in the session from then on and goes from here;
-- what is left stays a week, in case somebody changes their mind.
CREATE TABLE channels_gifts (
    id INTEGER PRIMARY KEY,
    link_id INTEGER NOT NULL REFERENCES channels_group_links (id),
    session_id INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('answer', 'words', 'photo', 'voice')),
    giver TEXT NOT NULL,
    answer TEXT CHECK (answer IN ('yes', 'no', 'maybe')),
    words TEXT NOT NULL,
    file_id INTEGER,
    consent TEXT NOT NULL CHECK (consent IN ('circle', 'nameless', 'named')),
    came_at INTEGER NOT NULL,
    left_at INTEGER,
    CHECK ((kind = 'answer') = (answer IS NOT NULL)),
    CHECK ((kind IN ('photo', 'voice')) = (file_id IS NOT NULL))
) STRICT;
CREATE INDEX channels_gifts_by_session ON channels_gifts (session_id, id);
CREATE INDEX channels_gifts_by_link ON channels_gifts (link_id);
CREATE INDEX channels_gifts_left ON channels_gifts (left_at) WHERE left_at IS NOT NULL;
