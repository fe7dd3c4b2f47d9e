-- What people ask themselves, as a circle has put it; each a record that lies in the circle. content: dimensions and their statements.
CREATE TABLE circles_assessments (
    id INTEGER PRIMARY KEY,
    content TEXT NOT NULL
) STRICT;

-- How one person stood on one day, one to five for each statement in its order. Theirs alone to see and to take away.
CREATE TABLE circles_self_answers (
    assessment_id INTEGER NOT NULL REFERENCES circles_assessments (id),
    person_id INTEGER NOT NULL,
    given_on TEXT NOT NULL,
    scores TEXT NOT NULL,
    PRIMARY KEY (assessment_id, person_id, given_on)
) STRICT;
