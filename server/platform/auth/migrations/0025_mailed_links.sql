-- Only a confirmed address is written to: what somebody typed once, or was typed for them, may be another one's.
ALTER TABLE auth_accounts ADD COLUMN email_confirmed_at INTEGER;

-- Links that were sent by mail and give a right, once: to set a new password, to confirm an address.
CREATE TABLE auth_mailed_links (
    id INTEGER PRIMARY KEY,
    purpose TEXT NOT NULL, -- reset, email
    person_id INTEGER NOT NULL REFERENCES auth_accounts (person_id),
    email TEXT NOT NULL, -- where it was sent
    token_hash BLOB NOT NULL UNIQUE,
    expires_at INTEGER NOT NULL
) STRICT;

CREATE INDEX auth_mailed_links_by_person ON auth_mailed_links (person_id);
