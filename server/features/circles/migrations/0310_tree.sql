-- The circle above: of a village circle the tambon's, of that the district's.
ALTER TABLE circles_circles ADD COLUMN above_id INTEGER REFERENCES circles_circles (id);
CREATE INDEX circles_circles_by_above ON circles_circles (above_id);

-- A topic that came to its circle from the one below or above, and what was answered. The words are those that were passed, whatever becomes
-- of the topic; session_id and point_id say where it came up, before_id is the issue that it carries on.
CREATE TABLE circles_issues (
    topic_id INTEGER PRIMARY KEY REFERENCES circles_topics (id),
    before_id INTEGER REFERENCES circles_issues (topic_id),
    session_id INTEGER REFERENCES circles_sessions (id),
    point_id INTEGER REFERENCES circles_points (id),
    from_id INTEGER NOT NULL REFERENCES circles_circles (id),
    to_id INTEGER NOT NULL REFERENCES circles_circles (id),
    direction TEXT NOT NULL CHECK (direction IN ('up', 'down')),
    title TEXT NOT NULL,
    note TEXT NOT NULL,
    passed_by INTEGER NOT NULL,
    passed_at INTEGER NOT NULL,
    outcome TEXT CHECK (outcome IN ('done', 'will_do', 'cannot', 'told')),
    answer TEXT NOT NULL,
    answered_at INTEGER,
    version INTEGER NOT NULL
) STRICT;
CREATE INDEX circles_issues_by_session ON circles_issues (session_id);
CREATE INDEX circles_issues_by_from ON circles_issues (from_id, passed_at);
CREATE INDEX circles_issues_by_to ON circles_issues (to_id, passed_at);
CREATE INDEX circles_issues_by_before ON circles_issues (before_id);
