-- An item is a record: title, owner, area, day, audience and version stand in records_records under the same id.
CREATE TABLE knowledge_items (
    id INTEGER PRIMARY KEY REFERENCES records_records (id),
    kind TEXT NOT NULL CHECK (kind IN ('note', 'story', 'lesson', 'case', 'news', 'document', 'question')),
    body TEXT NOT NULL,
    licence TEXT NOT NULL,
    -- who told or wrote it, in words; where it was found
    credit TEXT NOT NULL,
    source TEXT NOT NULL,
    -- of a document in the library
    author_body TEXT NOT NULL,
    edition TEXT NOT NULL,
    isbn TEXT NOT NULL,
    published_year INTEGER,
    -- its place in a series (0: none), and the number of the forum it tells of, which is another number
    series_id INTEGER NOT NULL,
    part INTEGER NOT NULL,
    continued INTEGER NOT NULL CHECK (continued IN (0, 1)),
    forum INTEGER,
    reads INTEGER NOT NULL,
    -- of an imported document: what it contained and what its file was called
    import_hash TEXT NOT NULL,
    import_name TEXT NOT NULL
) STRICT;
CREATE INDEX knowledge_items_by_series ON knowledge_items (series_id, part) WHERE series_id <> 0;
CREATE INDEX knowledge_items_by_import ON knowledge_items (import_hash) WHERE import_hash <> '';
CREATE INDEX knowledge_items_by_kind ON knowledge_items (kind, id);

CREATE TABLE knowledge_sections (
    item_id INTEGER NOT NULL REFERENCES knowledge_items (id),
    place INTEGER NOT NULL,
    heading TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (item_id, place)
) STRICT;

CREATE TABLE knowledge_tags (
    item_id INTEGER NOT NULL REFERENCES knowledge_items (id),
    place INTEGER NOT NULL,
    tag TEXT NOT NULL,
    PRIMARY KEY (item_id, place)
) STRICT;
CREATE INDEX knowledge_tags_by_tag ON knowledge_tags (tag, item_id);

-- Under which licence an organisation publishes unless a writer says otherwise.
CREATE TABLE knowledge_licences (
    owner_id INTEGER PRIMARY KEY,
    licence TEXT NOT NULL
) STRICT;

-- Who has read what today, as hashes under a salt that is thrown away: nobody can be followed from day to day.
CREATE TABLE knowledge_read_days (
    day TEXT PRIMARY KEY,
    salt BLOB NOT NULL
) STRICT;
CREATE TABLE knowledge_readers (
    day TEXT NOT NULL,
    item_id INTEGER NOT NULL,
    reader BLOB NOT NULL,
    PRIMARY KEY (day, item_id, reader)
) STRICT;

CREATE VIEW knowledge_v_imports AS SELECT id AS record_id, import_name FROM knowledge_items WHERE import_hash <> '';
