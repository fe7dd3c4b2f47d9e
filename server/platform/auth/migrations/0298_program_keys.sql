-- What somebody's programs come in with, instead of the password. What is over stays for a while: its owner sees why a program stopped.
CREATE TABLE auth_program_keys (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES auth_accounts (person_id),
    token_hash BLOB NOT NULL UNIQUE,
    name TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER -- to ten minutes; none for one that was never used
) STRICT;

CREATE INDEX auth_program_keys_by_person ON auth_program_keys (person_id);
