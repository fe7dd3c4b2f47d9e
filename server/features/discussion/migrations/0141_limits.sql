-- When somebody, or some address, wrote: for the limits of an hour. Older rows go with the next writing.
CREATE TABLE discussion_written (
    writer TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX discussion_written_by_writer ON discussion_written (writer, at);
CREATE INDEX discussion_written_at ON discussion_written (at);
CREATE INDEX discussion_comments_by_person ON discussion_comments (person_id, state);
