#include "people/membership/membership.hpp"
#include "people/membership/term_jobs.hpp"

namespace people {

static void after_change(db::Tx& tx, const Membership& membership) {
    follow_terms(tx, membership.person_id, membership.organisation_id);
    show_to_organisations(tx, membership.person_id);
}

#define MEMBERSHIP "id, person_id, organisation_id, post, position, precedence, began_on, ended_on, access"

void put_membership(db::Tx& tx, const Membership& one) {
    tx.run("INSERT INTO people_memberships (" MEMBERSHIP
           ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
           " ON CONFLICT (id) DO UPDATE SET post = excluded.post, position = excluded.position, precedence = excluded.precedence,"
           " began_on = excluded.began_on, ended_on = excluded.ended_on, access = excluded.access",
           one.id, one.person_id, one.organisation_id, one.post, one.position, one.precedence, one.began_on, one.ended_on, one.access);
    after_change(tx, one);
    plan_term_jobs(tx, one);
}

void delete_membership(db::Tx& tx, const Membership& one) {
    tx.run("DELETE FROM people_memberships WHERE id = $1", one.id);
    after_change(tx, one);
}

std::optional<Membership> find_membership(db::Session& db, OrganisationId organisation, MembershipId id) {
    return db.find<Membership>("SELECT " MEMBERSHIP " FROM people_memberships WHERE id = $1 AND organisation_id = $2", id, organisation);
}

std::vector<Membership> list_memberships(db::Session& db, PersonId person, OrganisationId organisation) {
    return db.all<Membership>("SELECT " MEMBERSHIP " FROM people_memberships WHERE person_id = $1 AND organisation_id = $2 ORDER BY id",
                              person, organisation);
}

#define LINE_KNOWN_AS(NAME)                                                \
    "SELECT m.id, r.id AS other_id, r.title, r.title_en, r.address, " NAME \
    " AS known_as, m.post, m.position, m.precedence, m.began_on, m.ended_on, m.access FROM people_memberships m"
#define IN_ORDER                                                                                                             \
    " ORDER BY coalesce(m.ended_on, $3) < $3, CASE m.post WHEN 'head' THEN 0 WHEN 'deputy' THEN 1 WHEN 'adviser' THEN 2"     \
    " WHEN 'secretary' THEN 3 WHEN 'treasurer' THEN 4 WHEN 'committee' THEN 5 WHEN 'coordinator' THEN 6 WHEN 'staff' THEN 7" \
    " WHEN 'volunteer' THEN 8 ELSE 9 END, m.precedence, r.sort_key, m.id"

std::vector<MembershipLine> list_members(db::Session& db, const http::Viewer& viewer, OrganisationId organisation, base::Date today) {
    return db.all<MembershipLine>(LINE_KNOWN_AS("p.known_as")
                                  " JOIN records_v_records r ON r.id = m.person_id JOIN people_persons p ON p.id = m.person_id"
                                  " WHERE m.organisation_id = $2 AND " RECORDS_MAY_READ IN_ORDER,
                                  viewer.person, organisation, today);
}

std::vector<MembershipLine> list_places(db::Session& db, const http::Viewer& viewer, PersonId person, base::Date today) {
    return db.all<MembershipLine>(
        LINE_KNOWN_AS("''") " JOIN records_v_records r ON r.id = m.organisation_id WHERE m.person_id = $2 AND " RECORDS_MAY_READ IN_ORDER,
        viewer.person, person, today);
}

std::vector<OrganisationId> list_organisations_of(db::Session& db, PersonId person) {
    return db.all<OrganisationId>("SELECT DISTINCT organisation_id FROM people_memberships WHERE person_id = $1", person);
}

}  // namespace people
