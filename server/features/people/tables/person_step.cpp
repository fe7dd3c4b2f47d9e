#include "journal/journal.hpp"
#include "people/person/person_queries.hpp"
#include "people/tables/step.hpp"

namespace people {

namespace {

bool stands(db::Session& db, const Membership& membership) {
    const auto found = find_membership(db, membership.organisation_id, membership.id);
    return found && json::write(*found) == json::write(membership);
}

// The person whom the row is about, as it wants them; the code of what is wrong, if anything is.
std::string_view put_person(db::Tx& tx, const imports::Order& order, const PersonPlan& plan, PersonDid& did) {
    if (!plan.person) return {};
    records::Envelope written;
    if (plan.standing) {
        const auto [record, problem] = find_to_change(tx, order, records::record_id(plan.standing), plan.version);
        if (!record) return problem;
        written = change_person(tx, order.viewer.person, *record, *plan.person);
    } else {
        written = make_person(tx, order.viewer.person, *plan.person, {.owner_id = order.entered_by});
    }
    did.record_id = written.id;
    did.version = written.version;
    did.before = plan.before;
    return {};
}

void put_membership_of(db::Tx& tx, const PersonPlan& plan, PersonDid& did) {
    if (!plan.membership) return;
    did.membership = plan.membership;
    if (!did.membership->id) did.membership->id = tx.new_id<MembershipId>();
    did.membership->person_id = {did.record_id.value};
    did.membership_before = plan.membership_before;
    put_membership(tx, *did.membership);
}

}  // namespace

imports::Written write_person(db::Tx& tx, const imports::Order& order, const std::string& json, const imports::Made& made) {
    const auto plan = json::read_own<PersonPlan>(json);
    const auto name = plan.person ? plain_name(*plan.person) : std::string();
    if (plan.membership_before && !stands(tx, *plan.membership_before)) return left_out("organisation", "changed_meanwhile", name);
    PersonDid did{.record_id = plan.first_step ? records::RecordId{made(*plan.first_step)} : records::record_id(plan.standing)};
    if (const auto problem = put_person(tx, order, plan, did); !problem.empty()) return left_out("name", problem, name);
    if (!did.record_id) return left_out("name", "changed_meanwhile", name);  // the row that was to make the person was left out
    put_membership_of(tx, plan, did);
    return {.made = did.record_id.value, .did = json::write(did)};
}

static bool take_back_membership(db::Tx& tx, const PersonDid& did) {
    if (!stands(tx, *did.membership)) return false;
    if (did.membership_before)
        put_membership(tx, *did.membership_before);
    else
        delete_membership(tx, *did.membership);
    return true;
}

// Empty if it was taken back.
static std::string_view take_back(db::Tx& tx, const imports::Order& order, const PersonDid& did, const records::Found& record) {
    if (const auto why = why_kept(record, did.version); !why.empty()) return why;
    if (did.membership && !take_back_membership(tx, did)) return "changed_since";
    if (did.version == 0) return {};
    const auto actor = order.viewer.person;
    if (did.before) return change_person(tx, actor, record.envelope, *did.before), std::string_view{};
    if (is_stood_on(tx, did.record_id)) return "stood_on_since";
    const auto gone = records::move(tx, actor, did.record_id, records::State::deleted);
    journal::record(tx, actor, "records.deleted", {gone.id, gone.version, {}});
    return {};
}

imports::TakenBack take_back_person(db::Tx& tx, const imports::Order& order, const std::string& json) {
    const auto did = json::read_own<PersonDid>(json);
    const auto record = records::find(tx, order.viewer, did.record_id);
    if (!record) return {.code = "changed_since"};
    return {std::string(take_back(tx, order, did, *record)), record->envelope.title, record->envelope.address};
}

}  // namespace people
