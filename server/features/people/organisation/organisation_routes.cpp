#include "http/router.hpp"
#include "people/replies.hpp"
#include "people/routes.hpp"

namespace people {

struct NewOrganisationForm : OrganisationForm {
    std::optional<records::RecordId> entered_by;  // the organisation that looks after this one; only administrators leave it out
};
BOOST_DESCRIBE_STRUCT(NewOrganisationForm, (OrganisationForm), (entered_by))

struct OfArea {
    std::optional<base::AreaId> area;
};
BOOST_DESCRIBE_STRUCT(OfArea, (), (area))

static http::List<OrganisationCard> find_organisations(http::Call& call, const http::Query<OrganisationsWanted>& wanted) {
    http::List<OrganisationCard> page{list_organisations(call.read(), call.viewer(), *wanted), {}};
    if (page.items.size() > static_cast<std::size_t>(wanted->limit.value_or(base::Whole<1, 100>{20}).value)) {
        page.items.pop_back();
        page.next = std::to_string(page.items.back().id.value);
    }
    return page;
}

static std::vector<SectorCount> get_sectors(http::Call& call, const http::Query<OfArea>& wanted) {
    return count_sectors(call.read(), call.viewer(), wanted->area.value_or(base::AreaId{}));
}

static OrganisationReply show_organisation(http::Call& call, const records::Readable<OrganisationId>& organisation) {
    return organisation_reply(call, organisation.found);
}

static void require_free_code(http::Call& call, const OrganisationForm& form, OrganisationId mine) {
    const auto code = base::or_empty(form.code);
    if (!code.empty() && find_by_code(call.read(), code).value_or(mine) != mine)
        throw http::Problem(422, "invalid_input").at("/code", "taken");
}

static void require_readable_parent(http::Call& call, const OrganisationForm& form) {
    if (!form.parent) return;
    const auto parent = records::find(call.read(), call.viewer(), records::record_id(*form.parent));
    const bool there =
        parent && parent->envelope.kind == OrganisationTag::kind && records::may_read(records::guard(parent->envelope), parent->ties);
    if (!there) throw http::Problem(422, "invalid_input").at("/parent", "unknown_parent");
}

static http::Created<records::Envelope> post_organisation(http::Call& call, const NewOrganisationForm& form) {
    if (form.entered_by || !call.viewer().administrator)
        records::require_contributor(call.read(), call.viewer(), form.entered_by.value_or(records::RecordId{}));
    require_readable_parent(call, form);
    require_free_code(call, form, {});
    return call.write([&](db::Tx& tx) {
        return http::Created<records::Envelope>{make_organisation(tx, call.person(), form, form.entered_by.value_or(records::RecordId{}))};
    });
}

static records::Envelope put_organisation(http::Call& call, const records::Editable<OrganisationId>& organisation,
                                          const OrganisationForm& form) {
    require_readable_parent(call, form);
    require_free_code(call, form, organisation.id);
    if (form.parent && lies_inside(call.read(), *form.parent, organisation.id))
        throw http::Problem(422, "invalid_input").at("/parent", "inside_itself");
    auto record = organisation.found.envelope;
    record.version = organisation.version;
    return call.write([&](db::Tx& tx) { return change_organisation(tx, call.person(), record, form); });
}

void add_organisation_routes(http::Router& router) {
    router.get("/api/organisations", find_organisations, access::anyone);
    router.get("/api/sectors", get_sectors, access::anyone);
    router.post("/api/organisations", post_organisation, access::may_contribute, http::WriteKind::record);
    router.get("/api/organisations/{organisation}", show_organisation, access::may_read);
    router.put("/api/organisations/{organisation}", put_organisation, access::may_edit, http::WriteKind::change);
}

}  // namespace people
