-- Words under any record. An answer names the comment it stands under; answers have no answers.
CREATE TABLE discussion_comments (
    id INTEGER PRIMARY KEY,
    record_id INTEGER NOT NULL,
    answer_to INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'shown', 'hidden', 'withdrawn')),
    -- 0: a guest, who gave a name
    person_id INTEGER NOT NULL,
    guest_name TEXT NOT NULL,
    body TEXT NOT NULL,
    reason TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    edited_at INTEGER NOT NULL,
    version INTEGER NOT NULL
) STRICT;
CREATE INDEX discussion_comments_by_record ON discussion_comments (record_id, id);
CREATE INDEX discussion_comments_waiting ON discussion_comments (id) WHERE state = 'waiting';
