#include "journal/journal.hpp"
#include "people/organisation/organisation_queries.hpp"
#include "people/tables/step.hpp"

namespace people {

imports::Written write_organisation(db::Tx& tx, const imports::Order& order, const std::string& json, const imports::Made& made) {
    auto plan = json::read_own<OrganisationPlan>(json);
    const auto& name = plan.form.name.value;
    if (plan.parent_step) plan.form.parent = OrganisationId{made(*plan.parent_step)};
    if (plan.parent_step && !*plan.form.parent) return left_out("parent", "unknown_parent", name);
    if (const auto code = base::or_empty(plan.form.code); !code.empty() && find_by_code(tx, code).value_or(plan.standing) != plan.standing)
        return left_out("code", "taken", code);

    OrganisationDid did{.before = std::move(plan.before)};
    records::Envelope written;
    if (plan.standing) {
        const auto [record, problem] = find_to_change(tx, order, records::record_id(plan.standing), plan.version);
        if (!record) return left_out("name", problem, name);
        written = change_organisation(tx, order.viewer.person, *record, plan.form);
    } else {
        written = make_organisation(tx, order.viewer.person, plan.form, order.entered_by);
    }
    did.record_id = written.id;
    did.version = written.version;
    return {.made = written.id.value, .did = json::write(did)};
}

// Empty if it was taken back.
static std::string_view take_back(db::Tx& tx, const imports::Order& order, const OrganisationDid& did, const records::Found& record) {
    if (const auto why = why_kept(record, did.version); !why.empty()) return why;
    const auto actor = order.viewer.person;
    if (did.before) return change_organisation(tx, actor, record.envelope, *did.before), std::string_view{};
    if (is_stood_on(tx, did.record_id)) return "stood_on_since";
    const auto gone = records::move(tx, actor, did.record_id, records::State::deleted);
    journal::record(tx, actor, "records.deleted", {gone.id, gone.version, {}});
    return {};
}

imports::TakenBack take_back_organisation(db::Tx& tx, const imports::Order& order, const std::string& json) {
    const auto did = json::read_own<OrganisationDid>(json);
    const auto record = records::find(tx, order.viewer, did.record_id);
    if (!record) return {.code = "changed_since"};
    return {std::string(take_back(tx, order, did, *record)), record->envelope.title, record->envelope.address};
}

}  // namespace people
