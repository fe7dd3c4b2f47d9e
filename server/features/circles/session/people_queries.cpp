#include "base/thai_text.hpp"
#include "circles/session/people.hpp"

namespace circles {

void check(const AttendeeForm& form, json::Errors& errors) {
    if (!form.person_id && base::or_empty(form.name).empty()) errors.add("/name", "required");
}

bool may_see(const Attendee& attendee, Sight sight) {
    return sight > Sight::outsider || (attendee.role != PersonRole::participant && attendee.came);
}

// The same name typed twice in two ways is one person; somebody known is compared by id alone.
static std::string name_key(base::PersonId person, const std::string& name) {
    return person ? "" : base::utf8(base::normalise(name).text);
}

std::optional<std::string> find_name_in_circle(db::Session& db, const http::Viewer& viewer, CircleId circle, base::PersonId person) {
    return db.find<std::string>(
        "SELECT p.name FROM circles_people p JOIN circles_sessions s ON s.id = p.session_id JOIN records_v_records r ON r.id = s.id"
        " WHERE p.person_id = $2 AND s.circle_id = $3 AND " RECORDS_MAY_READ " ORDER BY s.date DESC, s.id DESC LIMIT 1",
        viewer.person, person, circle);
}

void put_attendee(db::Tx& tx, base::PersonId actor, SessionId session, const AttendeeForm& form) {
    const auto person = form.person_id.value_or(base::PersonId{});
    const auto name = base::or_empty(form.name);
    tx.run(
        "INSERT INTO circles_people (id, session_id, person_id, name, name_key, organisation, role, age_band, sector, came, added_by)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
        " ON CONFLICT (session_id, person_id, name_key) DO UPDATE SET name = excluded.name, organisation = excluded.organisation,"
        " role = excluded.role, age_band = excluded.age_band, sector = excluded.sector, came = excluded.came",
        tx.new_id<AttendeeId>(), session, person, name, name_key(person, name), base::or_empty(form.organisation), form.role, form.age_band,
        form.sector, form.came.value_or(true), actor);
}

void remove_attendee(db::Tx& tx, SessionId session, AttendeeId id) {
    tx.run("DELETE FROM circles_people WHERE session_id = $1 AND id = $2", session, id);
}

void put_answer(db::Tx& tx, SessionId session, const Answering& who, AnswerWord answer) {
    tx.run(
        "INSERT INTO circles_people (id, session_id, person_id, name, name_key, organisation, role, answer, came, added_by)"
        " VALUES ($1, $2, $3, $4, $5, '', 'participant', $6, 0, $7)"
        " ON CONFLICT (session_id, person_id, name_key) DO UPDATE SET answer = excluded.answer",
        tx.new_id<AttendeeId>(), session, who.person, who.name, name_key(who.person, who.name), answer, who.added_by);
}

std::vector<Attendee> list_people(db::Session& db, SessionId session) {
    return db.all<Attendee>(
        "SELECT p.id, p.person_id, p.name, p.organisation, coalesce(r.address, '') AS address, p.role, p.age_band, p.sector, p.answer, "
        "p.came"
        " FROM circles_people p LEFT JOIN records_v_public r ON r.id = p.person_id WHERE p.session_id = $1 ORDER BY p.id",
        session);
}

struct AnswerRow {
    base::PersonId person_id;
    AnswerWord answer{};
};
BOOST_DESCRIBE_STRUCT(AnswerRow, (), (person_id, answer))

Answers count_answers(db::Session& db, SessionId session, base::PersonId viewer) {
    Answers answers;
    for (const auto& row :
         db.all<AnswerRow>("SELECT person_id, answer FROM circles_people WHERE session_id = $1 AND answer IS NOT NULL", session)) {
        if (viewer && row.person_id == viewer) answers.mine = row.answer;
        (row.answer == AnswerWord::yes ? answers.yes : row.answer == AnswerWord::no ? answers.no : answers.maybe) += 1;
    }
    return answers;
}

}  // namespace circles
