-- The point that became this agreement: one of the session's own, and each becomes one at most.
ALTER TABLE circles_agreements ADD COLUMN point_id INTEGER;
CREATE UNIQUE INDEX circles_agreements_by_point ON circles_agreements (point_id) WHERE point_id IS NOT NULL;
