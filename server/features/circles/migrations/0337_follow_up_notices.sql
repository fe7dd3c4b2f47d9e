-- Who was asked by mail for what a method asks some days after its session, once each; place is the field's place in the method.
CREATE TABLE circles_follow_up_notices (
    use_id INTEGER NOT NULL REFERENCES circles_uses (id),
    place INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (use_id, place, person_id)
) STRICT;
