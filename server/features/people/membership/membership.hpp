#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/bounded.hpp"
#include "base/json/json.hpp"
#include "base/time.hpp"
#include "http/viewer.hpp"
#include "people/people.hpp"

namespace people {

struct Membership {
    MembershipId id;
    PersonId person_id;
    OrganisationId organisation_id;
    Post post{};
    std::string position;
    std::int64_t precedence{};
    std::optional<base::Date> began_on;
    std::optional<base::Date> ended_on;
    records::Role access{};
};
BOOST_DESCRIBE_STRUCT(Membership, (), (id, person_id, organisation_id, post, position, precedence, began_on, ended_on, access))

// Both ends of a term belong to it; an open end is no end.
bool runs_on(const Membership& membership, base::Date day);

struct MembershipForm {
    PersonId person;
    Post post{};
    std::optional<base::Text<0, 200>> position;
    std::optional<base::Whole<0, 999>> precedence;
    std::optional<base::Date> began_on;
    std::optional<base::Date> ended_on;
    std::optional<records::Role> access;
};
BOOST_DESCRIBE_STRUCT(MembershipForm, (), (person, post, position, precedence, began_on, ended_on, access))
void check(const MembershipForm& form, json::Errors& errors);

// Within a transaction. Access follows at once, and again on the days when the term begins and ends.
void put_membership(db::Tx& tx, const Membership& membership);
void delete_membership(db::Tx& tx, const Membership& membership);
std::optional<Membership> find_membership(db::Session& db, OrganisationId organisation, MembershipId id);
std::vector<Membership> list_memberships(db::Session& db, PersonId person, OrganisationId organisation);

// The highest access of the terms that run on this day becomes the person's role in the organisation.
void follow_terms(db::Tx& tx, PersonId person, OrganisationId organisation);

std::vector<OrganisationId> list_organisations_of(db::Session& db, PersonId person);
// A person is known to the members of the organisations in which they stand.
void show_to_organisations(db::Tx& tx, PersonId person);

// One line of an organisation's list of people, or of a person's list of organisations. The other side's record is shown as far as
// the viewer may read it.
struct MembershipLine {
    MembershipId id;
    records::RecordId other_id;
    std::string title;
    std::string title_en;
    std::string address;
    std::string known_as;  // of a person
    Post post{};
    std::string position;
    std::int64_t precedence{};
    std::optional<base::Date> began_on;
    std::optional<base::Date> ended_on;
    records::Role access{};
};
BOOST_DESCRIBE_STRUCT(MembershipLine, (),
                      (id, other_id, title, title_en, address, known_as, post, position, precedence, began_on, ended_on, access))

// In the order of paper: by post, then precedence, then name; those whose term is over come last.
std::vector<MembershipLine> list_members(db::Session& db, const http::Viewer& viewer, OrganisationId organisation, base::Date today);
std::vector<MembershipLine> list_places(db::Session& db, const http::Viewer& viewer, PersonId person, base::Date today);

}  // namespace people
