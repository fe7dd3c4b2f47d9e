-- Accepting the proposal changed its goal or set: only then is that taken back with it.
ALTER TABLE goals_proposals ADD COLUMN brought INTEGER NOT NULL DEFAULT 0 CHECK (brought IN (0, 1));
UPDATE goals_proposals SET brought = 1 WHERE decision = 'adopted';
