-- The second step of signing in. Not asked for before it is confirmed by a first code.
CREATE TABLE auth_second_steps (
    person_id INTEGER PRIMARY KEY REFERENCES auth_accounts (person_id),
    secret BLOB NOT NULL, -- sealed for this person, with a key that is not in the database
    confirmed_at INTEGER, -- NULL: being set up
    last_step INTEGER NOT NULL -- codes of this step of 30 s and of those before are good no longer
) STRICT;

-- One row a code that was not used yet.
CREATE TABLE auth_recovery_codes (
    person_id INTEGER NOT NULL REFERENCES auth_accounts (person_id),
    code_hash BLOB NOT NULL, -- with the same key
    PRIMARY KEY (person_id, code_hash)
) STRICT;

-- Who gave the right password and not yet the code.
CREATE TABLE auth_half_sign_ins (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES auth_accounts (person_id),
    token_hash BLOB NOT NULL UNIQUE,
    wrong_codes INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;

CREATE INDEX auth_half_sign_ins_by_person ON auth_half_sign_ins (person_id);

-- How this installation signs in; one row.
CREATE TABLE auth_rules (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    administrators_use_two_steps INTEGER NOT NULL
) STRICT;

INSERT INTO auth_rules (id, administrators_use_two_steps) VALUES (1, 0);
