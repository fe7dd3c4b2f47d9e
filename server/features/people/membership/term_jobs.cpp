#include "people/membership/term_jobs.hpp"

namespace people {

namespace {

constexpr std::string_view handler = "people.follow_terms";
constexpr std::string_view all_handler = "people.follow_all_terms";
constexpr std::int64_t terms_a_write = 500;

struct Whose {
    PersonId person;
    OrganisationId organisation;
};
BOOST_DESCRIBE_STRUCT(Whose, (), (person, organisation))

void plan_on(db::Tx& tx, base::Date day, const Whose& whose) {
    const auto morning = base::at_bangkok(day);
    if (morning > tx.now()) jobs::add(tx, handler, json::write(whose), morning);
}

std::vector<Whose> list_terms_after(db::Session& db, const Whose& last) {
    return db.all<Whose>(
        "SELECT DISTINCT person_id AS person, organisation_id AS organisation FROM people_memberships"
        " WHERE access <> 'none' AND (began_on IS NOT NULL OR ended_on IS NOT NULL) AND (person_id, organisation_id) > ($1, $2)"
        " ORDER BY person_id, organisation_id LIMIT $3",
        last.person, last.organisation, terms_a_write);
}

// The day's own job did its work by a clock that ran ahead, perhaps, and is gone.
void follow_all_terms(db::Database& database) {
    Whose last;
    for (auto some = list_terms_after(*database.read(), last); !some.empty(); some = list_terms_after(*database.read(), last)) {
        last = some.back();
        database.write([&](db::Tx& tx) {
            for (const auto& [person, organisation] : some) follow_terms(tx, person, organisation);
        });
    }
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
    handlers[std::string(all_handler)] = {.work = [&database](const std::string&) { follow_all_terms(database); },
                                          .longest = std::chrono::minutes(30),
                                          .every = std::chrono::hours(24)};
}

}  // namespace people
