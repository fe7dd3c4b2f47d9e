-- A link brings feedback too, of a session that is over: marks from 1 to 5 and words, without a name (giver ''). What is good stands in words.
CREATE TABLE channels_gifts_with_feedback (
    id INTEGER PRIMARY KEY,
    link_id INTEGER NOT NULL REFERENCES channels_group_links (id),
    session_id INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('answer', 'words', 'photo', 'voice', 'feedback')),
    giver TEXT NOT NULL,
    answer TEXT CHECK (answer IN ('yes', 'no', 'maybe')),
    words TEXT NOT NULL,
    better TEXT NOT NULL,
    file_id INTEGER,
    useful INTEGER CHECK (useful BETWEEN 1 AND 5),
    heard INTEGER CHECK (heard BETWEEN 1 AND 5),
    consent TEXT NOT NULL CHECK (consent IN ('circle', 'nameless', 'named')),
    came_at INTEGER NOT NULL,
    left_at INTEGER,
    CHECK ((kind = 'answer') = (answer IS NOT NULL)),
    CHECK ((kind IN ('photo', 'voice')) = (file_id IS NOT NULL)),
    CHECK ((kind = 'feedback') = (useful IS NOT NULL)),
    CHECK ((kind = 'feedback') = (heard IS NOT NULL))
) STRICT;
INSERT INTO channels_gifts_with_feedback
    (id, link_id, session_id, kind, giver, answer, words, better, file_id, consent, came_at, left_at)
SELECT id, link_id, session_id, kind, giver, answer, words, '', file_id, consent, came_at, left_at FROM channels_gifts;
DROP TABLE channels_gifts;
ALTER TABLE channels_gifts_with_feedback RENAME TO channels_gifts;
CREATE INDEX channels_gifts_by_session ON channels_gifts (session_id, id);
CREATE INDEX channels_gifts_by_link ON channels_gifts (link_id);
CREATE INDEX channels_gifts_left ON channels_gifts (left_at) WHERE left_at IS NOT NULL;
