-- How often an item was passed on, and by whom today. Nothing is lost with the table: it holds hashes of one day.
ALTER TABLE knowledge_items ADD COLUMN shares INTEGER NOT NULL DEFAULT 0;
DROP TABLE knowledge_readers;
CREATE TABLE knowledge_readers (
    day TEXT NOT NULL,
    item_id INTEGER NOT NULL,
    act TEXT NOT NULL CHECK (act IN ('read', 'shared')),
    reader BLOB NOT NULL,
    PRIMARY KEY (day, item_id, act, reader)
) STRICT;
