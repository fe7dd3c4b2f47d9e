#include "goals/entry/asked.hpp"
#include "goals/entry/rule.hpp"
#include "goals/indicator/shown_indicator.hpp"
#include "goals/routes.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"

namespace goals {

namespace {

struct Keeper {
    EntryPlace area;
    records::RecordId organisation;
    std::string title;
    std::string title_en;
    std::string address;
};
BOOST_DESCRIBE_STRUCT(Keeper, (), (area, organisation, title, title_en, address))

struct KeeperForm {
    std::string area;  // its code
    records::RecordId organisation;
};
BOOST_DESCRIBE_STRUCT(KeeperForm, (), (area, organisation))

std::vector<Keeper> get_keepers(http::Call& call) {
    std::vector<Keeper> keepers;
    for (const auto& row : list_keepers(call.read())) {
        const auto area = areas::find(call.read(), row.area_id);
        if (area)
            keepers.push_back({place_of(call.read(), *area, call.language()), row.organisation_id, row.title, row.title_en, row.address});
    }
    return keepers;
}

struct KeeperOf {
    base::AreaId area;
    records::RecordId organisation;
};

KeeperOf read_keeper(http::Call& call, const KeeperForm& form) {
    http::Problem problem(422, "invalid_input");
    const auto area = ask_area(call.read(), form.area, problem);
    const auto organisation = records::find(call.read(), form.organisation);
    const bool is_one = organisation && organisation->kind == "organisation" && organisation->state != records::State::deleted;
    if (!is_one) problem.at("/organisation", "unknown_organisation");
    if (!problem.errors().empty()) throw problem;
    return {area->id, form.organisation};
}

void name_keeper(http::Call& call, const KeeperForm& form) {
    const auto keeper = read_keeper(call, form);
    call.write([&](db::Tx& tx) {
        if (insert_keeper(tx, keeper.area, keeper.organisation, call.person()))
            journal::record(tx, call.person(), "goals.keeper_named", journal::Revision(keeper.organisation, 0));
    });
}

// What its people entered and approved stays as it is.
void release_keeper(http::Call& call, const http::Segment& code, records::RecordId organisation) {
    const auto area = areas::find(call.read(), code.value);
    if (!area) throw http::not_found();
    call.write([&](db::Tx& tx) {
        if (!delete_keeper(tx, area->id, organisation)) throw http::not_found();
        journal::record(tx, call.person(), "goals.keeper_released", journal::Revision(organisation, 0));
    });
}

Rule get_rule(http::Call& call, const FoundIndicator& found) {
    return find_rule(call.read(), found.indicator.id);
}

Rule change_rule(http::Call& call, const records::Writable<IndicatorId>& indicator, const Rule& rule) {
    Rule kept = rule;
    if (rule.not_above) {
        const auto other = find_readable(call.read(), call.viewer(), *rule.not_above);
        if (!other || other->indicator.id == indicator.id)
            throw http::Problem(422, "invalid_input").at("/not_above", other ? "not_itself" : "unknown_indicator");
        kept.not_above = other->indicator.code;
    }
    return call.write([&](db::Tx& tx) {
        put_rule(tx, indicator.id, kept);
        journal::record(tx, call.person(), "goals.rule_changed", journal::Revision(indicator.id, 0));
        return kept;
    });
}

}  // namespace

void add_settle_routes(http::Router& router) {
    router.get("/api/figures/keepers", get_keepers, access::signed_in);
    router.post("/api/figures/keepers", name_keeper, access::administrator, http::WriteKind::office);
    router.del("/api/figures/keepers/{code}/{organisation}", release_keeper, access::administrator, http::WriteKind::office);
    router.get("/api/indicators/{indicator}/check-rule", get_rule, access::may_read);
    router.put("/api/indicators/{indicator}/check-rule", change_rule, access::may_edit, http::WriteKind::change);
}

}  // namespace goals
