-- The rest of a circle's rhythm, see base/cadence and base/meeting_days. Without `cycle` every month counts.
ALTER TABLE circles_circles ADD COLUMN cycle TEXT CHECK (cycle IN ('month', 'quarter', 'year'));
ALTER TABLE circles_circles ADD COLUMN cycle_month INTEGER;
ALTER TABLE circles_circles ADD COLUMN years TEXT CHECK (years IN ('calendar', 'fiscal'));
ALTER TABLE circles_circles ADD COLUMN on_holiday TEXT
    CHECK (on_holiday IN ('meet', 'skip', 'next_working_day', 'previous_working_day'));
-- since when it is this rhythm: what was due before that nobody knows
ALTER TABLE circles_circles ADD COLUMN rhythm_since TEXT;

-- What people settled for one day, ahead of any session of it.
CREATE TABLE circles_days (
    circle_id INTEGER NOT NULL REFERENCES circles_circles (id),
    day TEXT NOT NULL,
    settled TEXT NOT NULL CHECK (settled IN ('cancelled', 'postponed', 'extra')),
    moved_to TEXT,
    reason TEXT NOT NULL,
    PRIMARY KEY (circle_id, day)
) STRICT;
