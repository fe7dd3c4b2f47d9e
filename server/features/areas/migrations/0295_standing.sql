-- Counting what stood on a day: of few areas somebody knows when they ended or began, and these are found by themselves.
CREATE INDEX areas_areas_ended ON areas_areas (level, id) WHERE valid_to IS NOT NULL;
CREATE INDEX areas_areas_begun ON areas_areas (level, id) WHERE begins_on IS NOT NULL;
