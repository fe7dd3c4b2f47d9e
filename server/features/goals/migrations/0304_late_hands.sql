-- Numbers that a phone sent late, after somebody had counted anew: they stand beside what is there until the number is written once more.
CREATE TABLE goals_count_late (
    count_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    group_at INTEGER NOT NULL,
    level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5),
    hands INTEGER NOT NULL CHECK (hands >= 0),
    counted_by INTEGER NOT NULL,
    counted_at INTEGER NOT NULL,
    PRIMARY KEY (count_id, position, group_at, level, counted_by),
    FOREIGN KEY (count_id, position) REFERENCES goals_count_items (count_id, position)
) STRICT;
