-- Uploads that come in parts (the tus protocol). How far one has come, the length of its partial file tells; `file_id` is set once it has
-- become a file. No reference: the file may be forgotten before its upload is.
CREATE TABLE files_uploads (
    id INTEGER PRIMARY KEY,
    sent_by INTEGER NOT NULL,
    name TEXT NOT NULL,
    length INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    file_id INTEGER
) STRICT;
CREATE INDEX files_uploads_by_sender ON files_uploads (sent_by);
CREATE INDEX files_uploads_by_expiry ON files_uploads (expires_at);
