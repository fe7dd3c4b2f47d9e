-- A total that nobody entered: what its groups come to, where the indicator says that they are everyone (1).
ALTER TABLE goals_values ADD COLUMN made INTEGER NOT NULL DEFAULT 0;
CREATE INDEX goals_values_made ON goals_values (series_id, area_id) WHERE made = 1;
