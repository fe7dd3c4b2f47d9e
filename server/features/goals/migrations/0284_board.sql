-- Cards of a goal's board, in the four columns of the Four Noble Truths. A way is also a task: somebody's, by a day, done or not.
CREATE TABLE goals_cards (
    id INTEGER PRIMARY KEY,
    goal_id INTEGER NOT NULL REFERENCES goals_goals (id),
    stage TEXT NOT NULL CHECK (stage IN ('problem', 'cause', 'aim', 'way')),
    -- within its column, the uppermost first
    place INTEGER NOT NULL,
    words TEXT NOT NULL,
    -- of a way: who does it, what for, until when
    who TEXT NOT NULL,
    purpose TEXT NOT NULL,
    due_on TEXT,
    -- of a way: when it was done; of an aim: since when it is to be seen
    done_on TEXT,
    written_by INTEGER NOT NULL,
    written_at INTEGER NOT NULL,
    version INTEGER NOT NULL
) STRICT;
CREATE INDEX goals_cards_by_goal ON goals_cards (goal_id);
