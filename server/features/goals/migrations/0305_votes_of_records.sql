-- Supports and votes are of a record: a goal, or an indicator that somebody proposed. One engine for both.
CREATE TABLE goals_supports_of_records (
    record_id INTEGER NOT NULL REFERENCES records_records (id),
    person_id INTEGER NOT NULL,
    PRIMARY KEY (record_id, person_id)
) STRICT;
INSERT INTO goals_supports_of_records (record_id, person_id) SELECT goal_id, person_id FROM goals_supports;
DROP TABLE goals_supports;
ALTER TABLE goals_supports_of_records RENAME TO goals_supports;

-- A count that is put right is a new row, `nth`, beside the old one: the last one stands.
CREATE TABLE goals_votes_of_records (
    record_id INTEGER NOT NULL REFERENCES records_records (id),
    area_id INTEGER NOT NULL,
    nth INTEGER NOT NULL,
    way TEXT NOT NULL CHECK (way IN ('paper', 'hands')),
    yes INTEGER NOT NULL,
    no INTEGER NOT NULL,
    abstain INTEGER NOT NULL,
    held_on TEXT NOT NULL,
    meeting TEXT NOT NULL,
    -- why it was put right; empty for the first one
    reason TEXT NOT NULL,
    keyed_by INTEGER NOT NULL,
    keyed_at INTEGER NOT NULL,
    PRIMARY KEY (record_id, area_id, nth)
) STRICT;
INSERT INTO goals_votes_of_records (record_id, area_id, nth, way, yes, no, abstain, held_on, meeting, reason, keyed_by, keyed_at)
SELECT goal_id, area_id, nth, 'paper', yes, no, abstain, held_on, meeting, reason, keyed_by, keyed_at FROM goals_votes;
DROP TABLE goals_votes;
ALTER TABLE goals_votes_of_records RENAME TO goals_votes;
