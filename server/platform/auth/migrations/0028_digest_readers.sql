-- Who wants to be told by mail once a day what waits for them, and in which language.
CREATE TABLE auth_digest_readers (
    person_id INTEGER PRIMARY KEY REFERENCES auth_accounts (person_id),
    language TEXT NOT NULL
) STRICT;
