#include "people/membership/term_jobs.hpp"

namespace people {

namespace {

constexpr std::string_view handler = "people.follow_terms";

struct Whose {
    PersonId person;
    OrganisationId organisation;
};
BOOST_DESCRIBE_STRUCT(Whose, (), (person, organisation))

void plan_on(db::Tx& tx, base::Date day, const Whose& whose) {
    const auto morning = base::at_bangkok(day);
    if (morning > tx.now()) jobs::add(tx, handler, json::write(whose), morning);
}

}  // namespace

void plan_term_jobs(db::Tx& tx, const Membership& membership) {
    if (membership.access == records::Role::none) return;
    const Whose whose{membership.person_id, membership.organisation_id};
    if (membership.began_on) plan_on(tx, *membership.began_on, whose);
    if (membership.ended_on) plan_on(tx, base::add_days(*membership.ended_on, 1), whose);
}

void add_jobs(jobs::Handlers& handlers, db::Database& database) {
    handlers[std::string(handler)].work = [&database](const std::string& payload) {
        const auto whose = json::read_own<Whose>(payload);
        database.write([&](db::Tx& tx) { follow_terms(tx, whose.person, whose.organisation); });
    };
}

}  // namespace people
