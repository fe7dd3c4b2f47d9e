-- A record that lies in another (a session in its circle) has its audience until somebody gives it a narrower one of its own …
ALTER TABLE records_records ADD COLUMN follows INTEGER NOT NULL DEFAULT 1 CHECK (follows IN (0, 1));
UPDATE records_records SET follows = 0
WHERE visibility <> (SELECT o.visibility FROM records_records o WHERE o.id = records_records.within_id);
-- … and is withdrawn with it; this remembers which came away so, for they come back with it.
ALTER TABLE records_records ADD COLUMN withdrawn_along INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn_along IN (0, 1));
