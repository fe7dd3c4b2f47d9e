-- Several days in a week, and when a rhythm ends; what is there has one day and no end. `more_weekdays` is the sum of 1 for Monday, 2 for
-- Tuesday … 64 for Sunday, of those beside `weekday`.
ALTER TABLE circles_circles ADD COLUMN more_weekdays INTEGER CHECK (more_weekdays BETWEEN 1 AND 127);
ALTER TABLE circles_circles ADD COLUMN rhythm_until TEXT;
ALTER TABLE circles_circles ADD COLUMN rhythm_count INTEGER CHECK (rhythm_count >= 1);
