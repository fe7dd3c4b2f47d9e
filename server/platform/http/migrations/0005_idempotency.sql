-- What a write with an Idempotency-Key gave back, stored in that write's own transaction. Kept for two days.
CREATE TABLE http_idempotency (
    person_id INTEGER NOT NULL,
    key TEXT NOT NULL,
    step INTEGER NOT NULL, -- a handler's first write, second write …
    fingerprint BLOB NOT NULL, -- of the request that the key was given for
    type TEXT NOT NULL,
    result TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (person_id, key, step)
) STRICT;

CREATE INDEX http_idempotency_by_age ON http_idempotency (at);
