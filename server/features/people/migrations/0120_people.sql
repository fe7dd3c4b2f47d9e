-- Organisations and persons; both are records, under the same ids. Empty texts say "not given".
CREATE TABLE people_organisations (
    id INTEGER PRIMARY KEY,
    type TEXT NOT NULL,
    sector TEXT NOT NULL,
    -- a unit lies inside the organisation that it belongs to
    parent_id INTEGER REFERENCES people_organisations (id),
    -- the official code, as the register of local governments gives it
    code TEXT UNIQUE,
    short_name TEXT NOT NULL,
    contact TEXT NOT NULL,
    phone TEXT NOT NULL,
    email TEXT NOT NULL,
    website TEXT NOT NULL,
    -- what it is a partner for, and since when
    purpose TEXT NOT NULL,
    since_on TEXT,
    -- all its names as they are compared
    search_name TEXT NOT NULL
) STRICT;
CREATE INDEX people_organisations_by_parent ON people_organisations (parent_id);

CREATE TABLE people_persons (
    id INTEGER PRIMARY KEY,
    -- คำนำหน้า and ยศ, as on paper
    title TEXT NOT NULL,
    rank TEXT NOT NULL,
    given_name TEXT NOT NULL,
    family_name TEXT NOT NULL,
    -- what people call them: "ลุงชาย"
    known_as TEXT NOT NULL,
    name_en TEXT NOT NULL,
    phone TEXT NOT NULL,
    email TEXT NOT NULL,
    line_id TEXT NOT NULL,
    note TEXT NOT NULL,
    search_name TEXT NOT NULL
) STRICT;

-- Who stands in which organisation as what, from when to when. access is what they may do for it while the term runs.
CREATE TABLE people_memberships (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES people_persons (id),
    organisation_id INTEGER NOT NULL REFERENCES people_organisations (id),
    post TEXT NOT NULL,
    -- the post's own name: "นายกเทศมนตรี"
    position TEXT NOT NULL,
    -- the order on paper among those of the same post; 0 where nobody cares
    precedence INTEGER NOT NULL,
    began_on TEXT,
    ended_on TEXT,
    access TEXT NOT NULL CHECK (access IN ('none', 'member', 'contributor', 'editor', 'steward'))
) STRICT;
CREATE INDEX people_memberships_by_person ON people_memberships (person_id);
CREATE INDEX people_memberships_by_organisation ON people_memberships (organisation_id);

-- What other features read.
CREATE VIEW people_v_organisations AS SELECT id, type, sector, parent_id FROM people_organisations;
CREATE VIEW people_v_memberships AS SELECT person_id, organisation_id, post, began_on, ended_on FROM people_memberships;
