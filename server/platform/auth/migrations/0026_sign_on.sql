-- Whom an identity provider knows, and whose account that opens.
CREATE TABLE auth_identities (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES auth_accounts (person_id),
    issuer TEXT NOT NULL,
    subject_mark BLOB NOT NULL, -- made with a key that is not in the database: what a provider calls people may be a citizen's number
    called TEXT NOT NULL, -- for people: a name or an e-mail address, as the provider told it when it was linked
    linked_at INTEGER NOT NULL,
    used_at INTEGER NOT NULL,
    UNIQUE (issuer, subject_mark)
) STRICT;

CREATE INDEX auth_identities_by_person ON auth_identities (person_id);
