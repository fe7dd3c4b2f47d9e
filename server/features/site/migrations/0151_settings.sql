-- What an administrator has said of the installation, a row a section; one that stands as it came has no row. What a section holds, its
-- struct in settings/ says.
CREATE TABLE site_settings (
    section TEXT PRIMARY KEY,
    content TEXT NOT NULL,
    version INTEGER NOT NULL,
    changed_by INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;
