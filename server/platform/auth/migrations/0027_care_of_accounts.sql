-- A locked account opens no session; what its owner wrote stays.
ALTER TABLE auth_accounts ADD COLUMN locked_at INTEGER;
-- When its owner was here last: sessions, which know it too, are forgotten when they end.
ALTER TABLE auth_accounts ADD COLUMN seen_at INTEGER;
UPDATE auth_accounts SET seen_at = (SELECT max(s.seen_at) FROM auth_sessions s WHERE s.person_id = auth_accounts.person_id);
-- th or en, as its owner chose it; NULL: nothing was chosen yet.
ALTER TABLE auth_accounts ADD COLUMN language TEXT;

-- What a provider said of somebody when they signed in last: the roles that come and go with its claims. Those that people here give
-- stand elsewhere.
CREATE TABLE auth_provider_roles (
    person_id INTEGER NOT NULL REFERENCES auth_accounts (person_id),
    issuer TEXT NOT NULL,
    scope_id INTEGER NOT NULL, -- the record of an organisation, network or circle; 0: the whole installation
    role TEXT NOT NULL, -- administrator, or what the records call it
    PRIMARY KEY (person_id, issuer, scope_id, role)
) STRICT;

-- Which steps of 30 s a code was used of. They are kept for as long as a clock may be set back: a single mark for the last one would
-- either shut people out until that time comes again, or let a code in twice.
CREATE TABLE auth_used_codes (
    person_id INTEGER NOT NULL REFERENCES auth_accounts (person_id),
    step INTEGER NOT NULL,
    PRIMARY KEY (person_id, step)
) STRICT;
INSERT INTO auth_used_codes (person_id, step) SELECT person_id, last_step FROM auth_second_steps WHERE last_step > 0;
ALTER TABLE auth_second_steps DROP COLUMN last_step;

-- What other parts read.
CREATE VIEW auth_v_accounts AS
SELECT a.person_id, a.login, a.email, CASE WHEN a.email_confirmed_at IS NULL THEN 0 ELSE 1 END AS email_confirmed,
    a.administrator AS administrator_here,
    CASE WHEN EXISTS (SELECT 1 FROM auth_provider_roles p WHERE p.person_id = a.person_id AND p.scope_id = 0) THEN 1 ELSE 0 END
        AS administrator_by_provider,
    CASE WHEN EXISTS (SELECT 1 FROM auth_second_steps t WHERE t.person_id = a.person_id AND t.confirmed_at IS NOT NULL) THEN 1 ELSE 0 END
        AS second_step,
    a.created_at, a.seen_at, a.locked_at
FROM auth_accounts a;
CREATE VIEW auth_v_identities AS SELECT id, person_id, issuer, called FROM auth_identities;
