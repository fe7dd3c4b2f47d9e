-- What the values of an indicator must keep to, beyond what its calculation asks; numbers are millionths.
CREATE TABLE goals_rules (
    indicator_id INTEGER PRIMARY KEY REFERENCES goals_indicators (id),
    lowest INTEGER,
    highest INTEGER,
    is_whole INTEGER NOT NULL,
    -- never more than this one's of the same area, period and group
    not_above INTEGER REFERENCES goals_indicators (id)
) STRICT;
