-- A topic becomes a record: title, who proposed it, audience and version stand in records_records under the same id. What was proposed
-- before waits here until circles::adopt_topics has given it its envelope.
CREATE TABLE circles_topics_before (
    id INTEGER PRIMARY KEY,
    circle_id INTEGER NOT NULL,
    title TEXT NOT NULL,
    note TEXT NOT NULL,
    proposed_by INTEGER NOT NULL,
    proposed_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    session_id INTEGER
) STRICT;
INSERT INTO circles_topics_before (id, circle_id, title, note, proposed_by, proposed_at, state, session_id)
SELECT id, circle_id, title, note, proposed_by, proposed_at, state, session_id FROM circles_topics;
CREATE TABLE circles_topic_support_before (
    topic_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    PRIMARY KEY (topic_id, person_id)
) STRICT;
INSERT INTO circles_topic_support_before (topic_id, person_id) SELECT topic_id, person_id FROM circles_topic_support;
DROP TABLE circles_topic_support;
DROP TABLE circles_topics;

CREATE TABLE circles_topics (
    id INTEGER PRIMARY KEY REFERENCES records_records (id),
    circle_id INTEGER NOT NULL REFERENCES circles_circles (id),
    note TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'scheduled', 'done', 'dropped')),
    -- where it is talked of next, or was talked of last
    session_id INTEGER REFERENCES circles_sessions (id)
) STRICT;
CREATE INDEX circles_topics_by_circle ON circles_topics (circle_id, id);

CREATE TABLE circles_topic_support (
    topic_id INTEGER NOT NULL REFERENCES circles_topics (id),
    person_id INTEGER NOT NULL,
    PRIMARY KEY (topic_id, person_id)
) STRICT;

CREATE TABLE circles_topic_tags (
    topic_id INTEGER NOT NULL REFERENCES circles_topics (id),
    place INTEGER NOT NULL,
    tag TEXT NOT NULL,
    PRIMARY KEY (topic_id, place)
) STRICT;
CREATE INDEX circles_topic_tags_by_tag ON circles_topic_tags (tag, topic_id);

-- Every session that took a topic up, or was to: one that was put off or called off keeps its place on the topic's way.
CREATE TABLE circles_topic_sessions (
    topic_id INTEGER NOT NULL REFERENCES circles_topics (id),
    session_id INTEGER NOT NULL REFERENCES circles_sessions (id),
    PRIMARY KEY (topic_id, session_id)
) STRICT;
CREATE INDEX circles_topic_sessions_by_session ON circles_topic_sessions (session_id, topic_id);
