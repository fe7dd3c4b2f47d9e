#include "circles/facilitators/facilitators.hpp"
#include "circles/letterhead/letterhead.hpp"
#include "circles/routes.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"

namespace circles {

namespace {

using WritableOrganisation = records::Writable<OrganisationId>;

FacilitatorsReply replied(db::Session& db, http::Call& call, const WritableOrganisation& organisation) {
    return facilitators_reply(db, call.viewer(), organisation.found.envelope, base::bangkok_date(call.now()));
}

FacilitatorsReply show_facilitators(http::Call& call, const WritableOrganisation& organisation) {
    return replied(call.read(), call, organisation);
}

void require_person(http::Call& call, base::PersonId person) {
    const auto known = records::cards(call.read(), call.viewer(), {records::record_id(person)});
    if (known.empty() || known.front().kind != "person") throw http::Problem(422, "invalid_input").at("/person", "unknown_person");
}

template <class Change>
FacilitatorsReply change(http::Call& call, const WritableOrganisation& organisation, const Change& make) {
    return call.write([&](db::Tx& tx) {
        make(tx, organisation->id);
        journal::record(tx, call.person(), "circles.facilitators_changed", {organisation->id, organisation->version});
        return replied(tx, call, organisation);
    });
}

FacilitatorsReply add_facilitator(http::Call& call, const WritableOrganisation& organisation, const FacilitatorForm& form) {
    require_person(call, form.person);
    return change(call, organisation, [&](db::Tx& tx, records::RecordId id) { put_facilitator(tx, call.person(), id, form); });
}

FacilitatorsReply take_facilitator_off(http::Call& call, const WritableOrganisation& organisation, base::PersonId person) {
    return change(call, organisation, [&](db::Tx& tx, records::RecordId id) {
        if (!remove_facilitator(tx, id, person)) throw http::not_found();
    });
}

FacilitatorsReply add_away(http::Call& call, const WritableOrganisation& organisation, const AwayForm& form) {
    require_person(call, form.person);
    return change(call, organisation, [&](db::Tx& tx, records::RecordId id) { insert_away(tx, id, form); });
}

FacilitatorsReply take_away_off(http::Call& call, const WritableOrganisation& organisation, AwayId away) {
    return change(call, organisation, [&](db::Tx& tx, records::RecordId id) {
        if (!remove_away(tx, id, away)) throw http::not_found();
    });
}

}  // namespace

// Whom to ask and who has done most is for those who write for the organisation.
void add_facilitator_routes(http::Router& router) {
    router.get("/api/circles/facilitators/{organisation}", show_facilitators, access::may_edit);
    router.post("/api/circles/facilitators/{organisation}", add_facilitator, access::may_edit, http::WriteKind::change);
    router.del("/api/circles/facilitators/{organisation}/people/{person}", take_facilitator_off, access::may_edit, http::WriteKind::change);
    router.post("/api/circles/facilitators/{organisation}/away", add_away, access::may_edit, http::WriteKind::change);
    router.del("/api/circles/facilitators/{organisation}/away/{away}", take_away_off, access::may_edit, http::WriteKind::change);
}

}  // namespace circles
