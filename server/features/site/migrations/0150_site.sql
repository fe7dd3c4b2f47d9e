-- What is true of the whole installation, each fact by its name.
CREATE TABLE site_facts (
    name TEXT PRIMARY KEY,
    since INTEGER NOT NULL
) STRICT;
