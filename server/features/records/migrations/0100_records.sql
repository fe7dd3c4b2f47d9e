-- The envelope of every record of every feature. A record's own rows live in its feature's tables under the same id.
-- 0 says "none" for people and records, and "the whole country" for areas.
CREATE TABLE records_records (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    number INTEGER NOT NULL,
    title TEXT NOT NULL,
    title_en TEXT NOT NULL,
    summary TEXT NOT NULL,
    address TEXT NOT NULL,
    visibility TEXT NOT NULL CHECK (visibility IN ('public', 'partners', 'members', 'private')),
    state TEXT NOT NULL CHECK (state IN ('draft', 'review', 'published', 'withdrawn', 'deleted')),
    owner_id INTEGER NOT NULL,
    within_id INTEGER NOT NULL,
    area_id INTEGER NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('th', 'en')),
    happened_on TEXT NOT NULL,
    created_by INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    edited_by INTEGER NOT NULL,
    edited_at INTEGER NOT NULL,
    published_at INTEGER,
    version INTEGER NOT NULL,
    -- where a deleted record goes back to
    state_before TEXT,
    -- ICU bytes: the same Thai order on both engines
    sort_key BLOB NOT NULL,
    UNIQUE (kind, number)
) STRICT;
-- Lists are read newest first along one of these; what else is asked for is sifted out on the way.
CREATE INDEX records_records_newest ON records_records (happened_on, id);
CREATE INDEX records_records_by_kind ON records_records (kind, happened_on, id);
CREATE INDEX records_records_by_owner ON records_records (owner_id, happened_on, id);
CREATE INDEX records_records_by_within ON records_records (within_id, happened_on, id);
CREATE INDEX records_records_by_area ON records_records (area_id, happened_on, id);
CREATE INDEX records_records_by_maker ON records_records (created_by, happened_on, id);
CREATE INDEX records_records_by_title ON records_records (kind, sort_key, id);

CREATE TABLE records_numbers (
    kind TEXT PRIMARY KEY,
    last INTEGER NOT NULL
) STRICT;

-- What the search index reads of a record; features write it with every change.
CREATE TABLE records_texts (
    record_id INTEGER PRIMARY KEY REFERENCES records_records (id),
    body TEXT NOT NULL
) STRICT;

-- Who stands on a record: an organisation or network (scope) or a person; the other is 0.
CREATE TABLE records_grants (
    record_id INTEGER NOT NULL REFERENCES records_records (id),
    scope_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    PRIMARY KEY (record_id, scope_id, person_id),
    CHECK ((scope_id = 0) <> (person_id = 0))
) STRICT;
CREATE INDEX records_grants_by_person ON records_grants (person_id);

-- What a person may act for: an organisation, network or circle, each a record.
CREATE TABLE records_scopes (
    person_id INTEGER NOT NULL CHECK (person_id > 0),
    scope_id INTEGER NOT NULL CHECK (scope_id > 0),
    role TEXT NOT NULL CHECK (role IN ('member', 'contributor', 'editor', 'steward')),
    PRIMARY KEY (person_id, scope_id)
) STRICT;
CREATE INDEX records_scopes_by_scope ON records_scopes (scope_id);

-- What other features read.
CREATE VIEW records_v_records AS
SELECT id, kind, number, title, title_en, summary, address, visibility, state, owner_id, within_id, area_id, language, happened_on,
    created_by, created_at, edited_by, edited_at, published_at, version, sort_key
FROM records_records;
-- What everybody may know of: names and addresses to show beside ids.
CREATE VIEW records_v_public AS
SELECT id, kind, number, title, title_en, address, area_id
FROM records_records
WHERE state = 'published' AND visibility = 'public';
CREATE VIEW records_v_texts AS SELECT record_id, body FROM records_texts;
CREATE VIEW records_v_scopes AS SELECT person_id, scope_id, role FROM records_scopes;
