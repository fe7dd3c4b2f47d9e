-- A break-out is on in a room: groups write, then what they wrote is brought together. What the big screen may show grows by it.
ALTER TABLE circles_rooms ADD COLUMN breakout_id INTEGER;
ALTER TABLE circles_rooms ADD COLUMN breakout_step TEXT CHECK (breakout_step IN ('writing', 'merging'));
ALTER TABLE circles_rooms ADD COLUMN shown TEXT NOT NULL DEFAULT 'welcome' CHECK (shown IN ('welcome', 'ask', 'speakers', 'groups'));
UPDATE circles_rooms SET shown = screen;
ALTER TABLE circles_rooms DROP COLUMN screen;
ALTER TABLE circles_rooms RENAME COLUMN shown TO screen;

-- the room's, when something of the group was last written or changed
ALTER TABLE circles_groups ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;

-- seat_id: of the phone that wrote it, 0 for whoever has an account. hidden: by the facilitator, as cards are.
ALTER TABLE circles_group_notes ADD COLUMN seat_id INTEGER NOT NULL DEFAULT 0;
ALTER TABLE circles_group_notes ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1));

-- Where a phone sits. listed: who holds it has a seat by name too and is counted there; which name that is stands nowhere.
CREATE TABLE circles_room_group_seats (
    breakout_id INTEGER NOT NULL REFERENCES circles_breakouts (id),
    seat_id INTEGER NOT NULL REFERENCES circles_room_seats (id),
    group_id INTEGER NOT NULL REFERENCES circles_groups (id),
    listed INTEGER NOT NULL CHECK (listed IN (0, 1)),
    PRIMARY KEY (breakout_id, seat_id)
) STRICT;

-- Notes of groups that say the same became one point of the session; the notes stay with their groups.
CREATE TABLE circles_merged_notes (
    note_id INTEGER PRIMARY KEY REFERENCES circles_group_notes (id),
    point_id INTEGER NOT NULL REFERENCES circles_points (id)
) STRICT;
CREATE INDEX circles_merged_notes_by_point ON circles_merged_notes (point_id);
