#include "people/person/person_queries.hpp"

#include "journal/journal.hpp"
#include "people/names.hpp"

namespace people {

namespace {

records::Description description_of(const Person& person) {
    records::Description description;
    description.title = plain_name(person);
    description.title_en = person.name_en;
    description.summary = person.known_as;
    return description;
}

void put_person(db::Tx& tx, PersonId id, const Person& one) {
    tx.run(
        "INSERT INTO people_persons (id, title, rank, given_name, family_name, known_as, name_en, phone, email, line_id, note, search_name,"
        " also_written) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)"
        " ON CONFLICT (id) DO UPDATE SET title = excluded.title, rank = excluded.rank, given_name = excluded.given_name,"
        " family_name = excluded.family_name, known_as = excluded.known_as, name_en = excluded.name_en, phone = excluded.phone,"
        " email = excluded.email, line_id = excluded.line_id, note = excluded.note, search_name = excluded.search_name,"
        " also_written = excluded.also_written",
        id, one.title, one.rank, one.given_name, one.family_name, one.known_as, one.name_en, one.phone, one.email, one.line_id, one.note,
        search_name(one), one.also_written);
}

// What search may show of a person: the names, and nothing by which they are reached.
std::string searchable(const Person& person) {
    return formal_name(person) + "\n" + person.known_as + "\n" + person.name_en + "\n" + person.also_written.value_or("");
}

}  // namespace

records::Envelope make_person(db::Tx& tx, PersonId actor, const Person& person, const records::NewRecord& given) {
    auto record = given;
    record.kind = "person";
    record.collection = "people";
    record.state = records::State::published;
    record.description = description_of(person);
    const auto envelope = records::insert(tx, actor, record);
    records::set_audience(tx, envelope.id, {.visibility = records::Visibility::partners, .persons = {{envelope.id.value}}});
    put_person(tx, {envelope.id.value}, person);
    records::set_text(tx, envelope.id, searchable(person));
    journal::record(tx, actor, "people.person_added", {envelope.id, envelope.version, json::write(person)});
    return envelope;
}

records::Envelope change_person(db::Tx& tx, PersonId actor, const records::Envelope& record, const Person& person) {
    const auto envelope = records::revise(tx, actor, record.id, record.version, description_of(person));
    put_person(tx, {envelope.id.value}, person);
    records::set_text(tx, envelope.id, searchable(person));
    journal::record(tx, actor, "people.person_changed", {envelope.id, envelope.version, json::write(person)});
    return envelope;
}

Person get_person(db::Session& db, PersonId id) {
    return db.one<Person>(
        "SELECT title, rank, given_name, family_name, known_as, name_en, phone, email, line_id, note, also_written FROM people_persons "
        "WHERE id = $1",
        id);
}

// What a person is today: of several memberships the one that stands first.
#define FIRST_MEMBERSHIP(COLUMN)                                                                              \
    "coalesce((SELECT " COLUMN                                                                                \
    " FROM people_memberships m JOIN records_v_public v ON v.id = m.organisation_id WHERE m.person_id = p.id" \
    " AND coalesce(m.began_on, $3) <= $3 AND coalesce(m.ended_on, $3) >= $3 ORDER BY m.precedence, m.id LIMIT 1), '')"

// As somebody who was just invited: nobody reads their page yet, and administrators find them to say where they belong.
#define BELONGS_NOWHERE "r.owner_id = 0 AND NOT EXISTS (SELECT 1 FROM people_memberships m WHERE m.person_id = p.id)"

std::vector<PersonCard> list_people(db::Session& db, const http::Viewer& viewer, base::Date today, const PeopleWanted& wanted) {
    return db.all<PersonCard>(
        "SELECT r.id, r.number, r.title, r.title_en, r.address, p.known_as, p.also_written, " FIRST_MEMBERSHIP(
            "m.position") " AS position, " FIRST_MEMBERSHIP("v.title") " AS organisation, CASE WHEN $7 = 1 AND " BELONGS_NOWHERE
                                                                       " THEN 1 ELSE 0 END AS belongs_nowhere,"
                                                                       " CASE WHEN $7 = 1 THEN (SELECT max(i.expires_at) FROM "
                                                                       "auth_v_invitations i WHERE i.person_id = p.id) END AS invited_until"
                                                                       " FROM people_persons p JOIN records_v_records r ON r.id = p.id"
                                                                       " WHERE r.state = 'published' AND (" RECORDS_MAY_READ
                                                                       " OR ($7 = 1 AND " BELONGS_NOWHERE
                                                                       "))"
                                                                       " AND ($2 = '' OR p.search_name LIKE $2 ESCAPE '\\')"
                                                                       " AND ($4 = 0 OR EXISTS (SELECT 1 FROM people_memberships m WHERE "
                                                                       "m.person_id = p.id AND m.organisation_id = $4))"
                                                                       " AND ($5 = 0 OR (r.sort_key, r.id) > (SELECT a.sort_key, a.id FROM "
                                                                       "records_v_records a WHERE a.id = $5))"
                                                                       " ORDER BY r.sort_key, r.id LIMIT $6",
        viewer.person, containing(base::or_empty(wanted.text)), today, wanted.organisation.value_or(OrganisationId{}),
        wanted.after.value_or(records::RecordId{}), wanted.limit.value_or(base::Whole<1, 100>{20}).value + 1,
        std::int64_t{viewer.administrator});
}

std::vector<StandingPerson> list_people_of(db::Session& db, records::RecordId organisation) {
    return db.all<StandingPerson>(
        "SELECT p.title, p.rank, p.given_name, p.family_name, p.known_as, p.name_en, p.phone, p.email, p.line_id, p.note, p.also_written,"
        " p.id, r.version FROM people_persons p JOIN records_v_records r ON r.id = p.id WHERE r.state = 'published' AND (r.owner_id = $1"
        " OR EXISTS (SELECT 1 FROM people_memberships m WHERE m.person_id = p.id AND m.organisation_id = $1)) ORDER BY r.sort_key, r.id",
        organisation);
}

}  // namespace people
