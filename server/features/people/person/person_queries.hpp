#pragma once

#include <vector>

#include "http/viewer.hpp"
#include "people/person/person.hpp"

namespace people {

// A new person with the envelope; `owner` is who entered them.
records::Envelope make_person(db::Tx& tx, PersonId actor, const Person& person, const records::NewRecord& record);
records::Envelope change_person(db::Tx& tx, PersonId actor, const records::Envelope& record, const Person& person);
Person get_person(db::Session& db, PersonId id);

// A person as lists show them; no way to reach them, so that lists may be public.
struct PersonCard {
    records::RecordId id;
    std::int64_t number{};
    std::string title;
    std::string title_en;
    std::string address;
    std::string known_as;
    std::optional<std::string> also_written;  // what they may have been found by
    std::string position;                     // the first of what they are today
    std::string organisation;                 // where; empty where that is not public
    // For administrators, who are shown also those whose page nobody reads yet:
    bool belongs_nowhere{};
    std::optional<base::Instant> invited_until;  // and has not come yet
};
BOOST_DESCRIBE_STRUCT(PersonCard, (),
                      (id, number, title, title_en, address, known_as, also_written, position, organisation, belongs_nowhere,
                       invited_until))

struct PeopleWanted {
    std::optional<base::Text<0, 200>> text{};
    std::optional<OrganisationId> organisation{};
    std::optional<records::RecordId> after{};
    std::optional<base::Whole<1, 100>> limit{};
};
BOOST_DESCRIBE_STRUCT(PeopleWanted, (), (text, organisation, after, limit))

// In Thai order of given names; one more than wanted, if there is more.
std::vector<PersonCard> list_people(db::Session& db, const http::Viewer& viewer, base::Date today, const PeopleWanted& wanted);

struct StandingPerson : Person {
    PersonId id;
    std::int64_t version{};
};
BOOST_DESCRIBE_STRUCT(StandingPerson, (Person), (id, version))
// Whom this organisation has entered, or who stands in it: what an import compares with.
std::vector<StandingPerson> list_people_of(db::Session& db, records::RecordId organisation);

}  // namespace people
