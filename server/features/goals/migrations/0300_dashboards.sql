-- A dashboard is a record: title, owner, area, audience and version stand in records_records under the same id.
CREATE TABLE goals_dashboards (
    id INTEGER PRIMARY KEY REFERENCES records_records (id),
    purpose TEXT NOT NULL,
    -- its pictures in their order: dashboard/dashboard.hpp as JSON. What they name may be gone when they are shown.
    blocks TEXT NOT NULL
) STRICT;
