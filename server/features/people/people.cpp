#include "people/people.hpp"

#include "journal/journal.hpp"
#include "people/membership/membership.hpp"
#include "people/organisation/organisation_queries.hpp"
#include "people/person/person_queries.hpp"
#include "people/routes.hpp"

namespace people {

PersonId add_person(db::Tx& tx, std::string_view name) {
    return {make_person(tx, {}, person_from_name(name), {}).id.value};
}

records::RecordId add_organisation(db::Tx& tx, std::string_view name) {
    NewOrganisation organisation{.name = std::string(name)};
    organisation.type = type_from_name(name).value_or(OrganisationType::other);
    return {add_organisation(tx, {}, organisation).value};
}

OrganisationId add_organisation(db::Tx& tx, PersonId actor, const NewOrganisation& organisation) {
    OrganisationForm form;
    form.name.value = organisation.name;
    form.name_en = Short{organisation.name_en};
    form.type = organisation.type;
    form.sector = organisation.sector;
    form.area = organisation.area;
    if (organisation.parent) form.parent = organisation.parent;
    return {make_organisation(tx, actor, form, organisation.owner).id.value};
}

MembershipId add_membership(db::Tx& tx, PersonId actor, const NewMembership& wanted) {
    const Membership membership{.id = tx.new_id<MembershipId>(),
                                .person_id = wanted.person,
                                .organisation_id = wanted.organisation,
                                .post = wanted.post,
                                .position = wanted.position,
                                .precedence = 0,
                                .began_on = {},
                                .ended_on = {},
                                .access = wanted.access};
    put_membership(tx, membership);
    journal::record(tx, actor, "people.member_added", {membership.organisation_id, 0, json::write(membership)});
    return membership.id;
}

void add_routes(http::Router& router) {
    add_organisation_routes(router);
    add_person_routes(router);
    add_membership_routes(router);
    add_table_routes(router);
    add_pages(router);
}

}  // namespace people
