-- How the letters of an organisation look: what stands at their head, and who signs.
CREATE TABLE circles_letterheads (
    organisation_id INTEGER PRIMARY KEY REFERENCES records_records (id),
    name TEXT NOT NULL,
    department TEXT NOT NULL,
    address TEXT NOT NULL,
    contact TEXT NOT NULL,
    number_prefix TEXT NOT NULL,
    thai_digits INTEGER NOT NULL CHECK (thai_digits IN (0, 1)),
    version INTEGER NOT NULL
) STRICT;

-- In the order in which a paper goes up: the first has prepared it, the last decides and signs what goes out.
CREATE TABLE circles_signers (
    organisation_id INTEGER NOT NULL REFERENCES circles_letterheads (organisation_id),
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    position TEXT NOT NULL,
    acting TEXT CHECK (acting IN ('substitute', 'delegate', 'caretaker', 'duty')),
    acting_for TEXT NOT NULL,
    PRIMARY KEY (organisation_id, place)
) STRICT;

-- An organisation's own words for a paper; one that is not here is worded as it came with Lomwong.
CREATE TABLE circles_wordings (
    organisation_id INTEGER NOT NULL REFERENCES records_records (id),
    paper TEXT NOT NULL,
    body TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (organisation_id, paper)
) STRICT;
