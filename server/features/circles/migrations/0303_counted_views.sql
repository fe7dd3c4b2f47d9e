-- What may be counted of sessions and told to everybody: held ones that anybody may read. What stays in a circle is in no number.
CREATE VIEW circles_v_held AS
SELECT s.id, r.area_id, s.date, s.people
FROM circles_sessions s
JOIN records_v_public r ON r.id = s.id
WHERE s.state = 'held';

-- Who came to a session, by what tells them apart: the same one in two sessions is the same here.
CREATE VIEW circles_v_came AS
SELECT p.session_id, CASE WHEN p.person_id <> 0 THEN CAST(p.person_id AS TEXT) ELSE p.name_key END AS who, lower(p.organisation) AS organisation
FROM circles_people p
WHERE p.came = 1;

-- Agreements with a day until when, and those that were done by it (1).
CREATE VIEW circles_v_agreed AS
SELECT a.session_id, a.due_on, CASE WHEN a.state = 'done' AND a.done_on <= a.due_on THEN 1 ELSE 0 END AS in_time
FROM circles_agreements a;

-- Where every session stands, whoever may read it.
CREATE VIEW circles_v_places AS
SELECT s.id, s.circle_id, r.area_id, s.date
FROM circles_sessions s
JOIN records_v_records r ON r.id = s.id;
