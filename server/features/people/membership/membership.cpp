#include "people/membership/membership.hpp"

#include <algorithm>

namespace people {

bool runs_on(const Membership& membership, base::Date day) {
    return membership.began_on.value_or(day) <= day && membership.ended_on.value_or(day) >= day;
}

void check(const MembershipForm& form, json::Errors& errors) {
    if (form.began_on && form.ended_on && *form.ended_on < *form.began_on) errors.add("/ended_on", "ends_before_it_begins");
}

void follow_terms(db::Tx& tx, PersonId person, OrganisationId organisation) {
    const auto today = base::bangkok_date(tx.now());
    auto access = records::Role::none;
    for (const auto& membership : list_memberships(tx, person, organisation))
        if (runs_on(membership, today)) access = std::max(access, membership.access);
    records::set_scope(tx, person, {organisation.value}, access);
}

void show_to_organisations(db::Tx& tx, PersonId person) {
    const records::RecordId record{person.value};
    auto audience = records::audience(tx, record);
    audience.partners.clear();
    for (const auto organisation : list_organisations_of(tx, person)) audience.partners.push_back({organisation.value});
    records::set_audience(tx, record, audience);
}

}  // namespace people
