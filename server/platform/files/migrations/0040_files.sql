-- What lies in the store, once each, named by the SHA-256 of its bytes. `sizes` tells how far its web sizes are (pictures only).
CREATE TABLE files_contents (
    hash TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    size INTEGER NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    sizes TEXT NOT NULL CHECK (sizes IN ('none', 'waiting', 'made', 'failed'))
) STRICT;

-- The web sizes of a picture; each lies in the store too, under made_hash.
CREATE TABLE files_sizes (
    hash TEXT NOT NULL REFERENCES files_contents (hash),
    size TEXT NOT NULL,
    made_hash TEXT NOT NULL,
    PRIMARY KEY (hash, size)
) STRICT;
CREATE INDEX files_sizes_by_made ON files_sizes (made_hash);

-- What somebody sent: two who send the same content have a file each.
CREATE TABLE files_files (
    id INTEGER PRIMARY KEY,
    hash TEXT NOT NULL REFERENCES files_contents (hash),
    name TEXT NOT NULL,
    sent_by INTEGER NOT NULL,
    sent_at INTEGER NOT NULL
) STRICT;
CREATE INDEX files_files_by_hash ON files_files (hash);

-- Which record holds which file, in which order, and what its picture shows.
CREATE TABLE files_holdings (
    record_id INTEGER NOT NULL,
    file_id INTEGER NOT NULL REFERENCES files_files (id),
    place INTEGER NOT NULL,
    alternative_text TEXT NOT NULL,
    caption TEXT NOT NULL,
    PRIMARY KEY (record_id, file_id)
) STRICT;
CREATE INDEX files_holdings_by_file ON files_holdings (file_id);
