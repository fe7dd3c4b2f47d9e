-- A month of a self-assessment as it was told once it was over, kept from when the first answer was taken out of it: the answer is gone, and
-- neither does a mean change behind those who read it, nor does the change tell what the answer was. means: to a tenth, of the dimensions.
CREATE TABLE circles_closed_months (
    assessment_id INTEGER NOT NULL REFERENCES circles_assessments (id),
    first TEXT NOT NULL,
    people INTEGER NOT NULL CHECK (people >= 5),
    means TEXT NOT NULL,
    PRIMARY KEY (assessment_id, first)
) STRICT;
