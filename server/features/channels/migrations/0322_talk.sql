-- Who is told by mail of answers in a talk under a record; the token of the mail ends it. It gives no other right and stands in every mail
-- anew, so it is kept as it is.
CREATE TABLE channels_talks (
    person_id INTEGER NOT NULL,
    record_id INTEGER NOT NULL,
    token TEXT NOT NULL UNIQUE,
    quiet INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (person_id, record_id)
) STRICT;

-- To which comment an answer by mail belongs and whose it is. Who knows the address writes in that person's name, so only its hash is kept.
CREATE TABLE channels_reply_addresses (
    token_hash BLOB PRIMARY KEY,
    person_id INTEGER NOT NULL,
    comment_id INTEGER NOT NULL,
    made_at INTEGER NOT NULL
) STRICT;
CREATE INDEX channels_reply_addresses_by_age ON channels_reply_addresses (made_at);

-- A mail that a mail server hands in twice is taken once.
CREATE TABLE channels_replies (
    token_hash BLOB NOT NULL,
    message TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (token_hash, message)
) STRICT;
CREATE INDEX channels_replies_by_age ON channels_replies (at);
