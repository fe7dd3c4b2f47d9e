-- Who was reminded of an agreement by mail, once for each of its days: a day that is moved is told anew. stage: how near the day is.
CREATE TABLE circles_agreement_notices (
    agreement_id INTEGER NOT NULL,
    due_on TEXT NOT NULL,
    stage TEXT NOT NULL CHECK (stage IN ('soon', 'after', 'keeper')),
    person_id INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (agreement_id, due_on, stage, person_id)
) STRICT;
CREATE INDEX circles_agreements_by_due ON circles_agreements (state, due_on);
