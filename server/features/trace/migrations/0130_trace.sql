-- Water flows from up to down: from the word to what came of it. A part names something inside a record (a point of a session); 0: the whole.
CREATE TABLE trace_links (
    id INTEGER PRIMARY KEY,
    flow TEXT NOT NULL,
    up_id INTEGER NOT NULL,
    up_part INTEGER NOT NULL,
    down_id INTEGER NOT NULL,
    down_part INTEGER NOT NULL,
    -- the words at the source as they may be shown, and why the link was made
    quote TEXT NOT NULL,
    note TEXT NOT NULL,
    made_by INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    UNIQUE (up_id, up_part, down_id, down_part, flow)
) STRICT;
CREATE INDEX trace_links_by_down ON trace_links (down_id);
