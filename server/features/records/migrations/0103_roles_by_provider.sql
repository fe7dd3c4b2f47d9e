-- A role is what people here give, or what an account provider says of somebody, whichever is more.
ALTER TABLE records_scopes ADD COLUMN given TEXT NOT NULL DEFAULT 'none'
    CHECK (given IN ('none', 'member', 'contributor', 'editor', 'steward'));
ALTER TABLE records_scopes ADD COLUMN by_provider TEXT NOT NULL DEFAULT 'none'
    CHECK (by_provider IN ('none', 'member', 'contributor', 'editor', 'steward'));
UPDATE records_scopes SET given = role;

DROP VIEW records_v_scopes;
CREATE VIEW records_v_scopes AS SELECT person_id, scope_id, role, by_provider FROM records_scopes;
