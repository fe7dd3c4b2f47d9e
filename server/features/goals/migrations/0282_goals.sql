-- A goal is a record: title, owner, area, audience and version stand in records_records under the same id.
CREATE TABLE goals_goals (
    id INTEGER PRIMARY KEY REFERENCES records_records (id),
    -- the main goal that this one is part of; 0: it is one itself
    parent_id INTEGER NOT NULL,
    -- by what it is measured; 0: not chosen yet
    indicator_id INTEGER NOT NULL,
    -- in the words of whoever wished it, and what the goal's words mean here
    wish TEXT NOT NULL,
    meaning TEXT NOT NULL,
    -- what was decided, on which day, where, and who wrote it down
    decision TEXT NOT NULL CHECK (decision IN ('open', 'adopted', 'not_adopted')),
    decided_on TEXT,
    meeting TEXT NOT NULL,
    decided_by INTEGER NOT NULL
) STRICT;
CREATE INDEX goals_goals_by_parent ON goals_goals (parent_id) WHERE parent_id <> 0;
CREATE INDEX goals_goals_by_indicator ON goals_goals (indicator_id) WHERE indicator_id <> 0;

-- Where it began and where it is to come to: a number in a period, in millionths; of a band also its upper end.
CREATE TABLE goals_marks (
    goal_id INTEGER NOT NULL REFERENCES goals_goals (id),
    is_target INTEGER NOT NULL,
    kind TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    value INTEGER NOT NULL,
    value_to INTEGER,
    PRIMARY KEY (goal_id, is_target, last_day)
) STRICT;

-- Organisations that share it.
CREATE TABLE goals_partners (
    goal_id INTEGER NOT NULL REFERENCES goals_goals (id),
    organisation_id INTEGER NOT NULL,
    PRIMARY KEY (goal_id, organisation_id)
) STRICT;

CREATE TABLE goals_supports (
    goal_id INTEGER NOT NULL REFERENCES goals_goals (id),
    person_id INTEGER NOT NULL,
    PRIMARY KEY (goal_id, person_id)
) STRICT;
