-- What the writer gave as a summary; where this is empty, the envelope's is the beginning of the text and moves with it.
ALTER TABLE knowledge_items ADD COLUMN own_summary TEXT NOT NULL DEFAULT '';
