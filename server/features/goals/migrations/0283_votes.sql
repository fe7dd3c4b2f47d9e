-- What the paper ballots of a village came to. A count that is put right is a new row, `nth`, beside the old one: the last one stands.
CREATE TABLE goals_votes (
    goal_id INTEGER NOT NULL REFERENCES goals_goals (id),
    area_id INTEGER NOT NULL,
    nth INTEGER NOT NULL,
    yes INTEGER NOT NULL,
    no INTEGER NOT NULL,
    abstain INTEGER NOT NULL,
    held_on TEXT NOT NULL,
    meeting TEXT NOT NULL,
    -- why it was put right; empty for the first one
    reason TEXT NOT NULL,
    keyed_by INTEGER NOT NULL,
    keyed_at INTEGER NOT NULL,
    PRIMARY KEY (goal_id, area_id, nth)
) STRICT;
