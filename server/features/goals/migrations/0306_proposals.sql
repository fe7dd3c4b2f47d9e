-- An indicator that somebody proposed for a goal or for a place's set is a record: words, who proposed it, audience and version stand in
-- records_records under the same id.
CREATE TABLE goals_proposals (
    id INTEGER PRIMARY KEY REFERENCES records_records (id),
    -- the goal or the set
    aim_id INTEGER NOT NULL REFERENCES records_records (id),
    -- the one that is here already, or that was made of it; 0: none yet
    indicator_id INTEGER NOT NULL,
    -- the proposal that says the same and goes on for both; 0: it goes on itself
    joined_into INTEGER NOT NULL,
    -- as proposal/proposal.hpp writes it in JSON
    content TEXT NOT NULL,
    -- what was decided, on which day, where, why, and who wrote it down
    decision TEXT NOT NULL CHECK (decision IN ('open', 'adopted', 'not_adopted')),
    decided_on TEXT,
    meeting TEXT NOT NULL,
    reason TEXT NOT NULL,
    decided_by INTEGER NOT NULL
) STRICT;
CREATE INDEX goals_proposals_by_aim ON goals_proposals (aim_id, id);
