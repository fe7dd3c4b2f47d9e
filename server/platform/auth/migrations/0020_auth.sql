CREATE TABLE auth_accounts (
    person_id INTEGER PRIMARY KEY,
    login TEXT NOT NULL UNIQUE, -- folded: user name or phone; holds no @
    email TEXT UNIQUE, -- folded; holds an @, so that a login and an e-mail never meet
    password TEXT NOT NULL, -- argon2id, as libsodium writes it
    administrator INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    password_at INTEGER NOT NULL
) STRICT;

CREATE TABLE auth_sessions (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES auth_accounts (person_id),
    token_hash BLOB NOT NULL UNIQUE,
    device TEXT NOT NULL,
    address TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;

CREATE INDEX auth_sessions_by_person ON auth_sessions (person_id);

CREATE TABLE auth_invitations (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL,
    token_hash BLOB NOT NULL UNIQUE,
    email TEXT,
    administrator INTEGER NOT NULL DEFAULT 0,
    invited_by INTEGER NOT NULL, -- 0: the system
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;

-- Wrong passwords in a row; a right one, or a day, clears the row.
CREATE TABLE auth_failures (
    subject TEXT PRIMARY KEY, -- "account …", "address …" or both
    failures INTEGER NOT NULL,
    closed_until INTEGER NOT NULL,
    last_at INTEGER NOT NULL
) STRICT;
