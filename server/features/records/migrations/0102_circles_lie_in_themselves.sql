-- As organisations do: who has a role in a circle works on it, whichever organisation they come from.
UPDATE records_records SET within_id = id WHERE kind = 'circle' AND within_id = 0;
