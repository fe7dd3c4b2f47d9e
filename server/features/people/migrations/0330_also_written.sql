-- Other spellings of a person's name, as the papers have them, with commas between: "สมชัย ใจดี, ครูสมชัย". NULL where there are none.
ALTER TABLE people_persons ADD COLUMN also_written TEXT;
