#include "http/router.hpp"
#include "journal/journal.hpp"
#include "people/replies.hpp"
#include "people/routes.hpp"

namespace people {

namespace {

Membership membership_of(const MembershipForm& form, OrganisationId organisation, MembershipId id) {
    return {.id = id,
            .person_id = form.person,
            .organisation_id = organisation,
            .post = form.post,
            .position = base::or_empty(form.position),
            .precedence = form.precedence ? form.precedence->value : 0,
            .began_on = form.began_on,
            .ended_on = form.ended_on,
            .access = form.access.value_or(records::Role::none)};
}

// What one may do for an organisation is given and taken by its stewards only.
void require_may_give(const records::Writable<OrganisationId>& organisation, records::Role before, records::Role wanted) {
    if (before != wanted && !records::rights(organisation.found).moderate) throw http::Problem(403, "only_stewards_give_access");
}

// Somebody who was just invited belongs nowhere, so nobody sees them yet: an administrator says where they belong.
bool may_enter(const http::Viewer& viewer, const records::Found& person) {
    if (viewer.administrator) return person.envelope.state != records::State::deleted;
    return records::may_read(records::guard(person.envelope), person.ties);
}

void require_known_person(http::Call& call, PersonId id) {
    const auto person = records::find(call.read(), call.viewer(), {id.value});
    if (!person || person->envelope.kind != base::PersonTag::kind || !may_enter(call.viewer(), *person))
        throw http::Problem(422, "invalid_input").at("/person", "unknown_person");
}

Membership get_membership(http::Call& call, OrganisationId organisation, MembershipId id) {
    auto membership = find_membership(call.read(), organisation, id);
    if (!membership) throw http::not_found();
    return *std::move(membership);
}

void write(http::Call& call, const records::Writable<OrganisationId>& organisation, const Membership& membership, std::string_view action) {
    call.write([&](db::Tx& tx) {
        auto one = membership;
        if (!one.id) one.id = tx.new_id<MembershipId>();
        put_membership(tx, one);
        journal::record(tx, call.person(), action, {organisation.id, organisation->version, json::write(one)});
    });
}

std::vector<MembershipLine> members(http::Call& call, const records::Writable<OrganisationId>& organisation) {
    return list_members(call.read(), call.viewer(), organisation.id, base::bangkok_date(call.now()));
}

}  // namespace

static std::vector<MembershipLine> post_member(http::Call& call, const records::Writable<OrganisationId>& organisation,
                                               const MembershipForm& form) {
    require_may_give(organisation, records::Role::none, form.access.value_or(records::Role::none));
    require_known_person(call, form.person);
    write(call, organisation, membership_of(form, organisation.id, {}), "people.member_added");
    return members(call, organisation);
}

static std::vector<MembershipLine> put_member(http::Call& call, const records::Writable<OrganisationId>& organisation, MembershipId id,
                                              const MembershipForm& form) {
    const auto before = get_membership(call, organisation.id, id);
    if (before.person_id != form.person) throw http::Problem(422, "invalid_input").at("/person", "stays");
    require_may_give(organisation, before.access, form.access.value_or(records::Role::none));
    write(call, organisation, membership_of(form, organisation.id, id), "people.member_changed");
    return members(call, organisation);
}

static std::vector<MembershipLine> delete_member(http::Call& call, const records::Writable<OrganisationId>& organisation, MembershipId id) {
    const auto before = get_membership(call, organisation.id, id);
    require_may_give(organisation, before.access, records::Role::none);
    call.write([&](db::Tx& tx) {
        delete_membership(tx, before);
        journal::record(tx, call.person(), "people.member_removed", {organisation.id, organisation->version, json::write(before)});
    });
    return members(call, organisation);
}

void add_membership_routes(http::Router& router) {
    router.post("/api/organisations/{organisation}/members", post_member, access::may_edit, http::WriteKind::change);
    router.put("/api/organisations/{organisation}/members/{membership}", put_member, access::may_edit, http::WriteKind::change);
    router.del("/api/organisations/{organisation}/members/{membership}", delete_member, access::may_edit, http::WriteKind::change);
}

}  // namespace people
