#include "http/router.hpp"
#include "people/membership/membership.hpp"
#include "people/routes.hpp"
#include "people/tables/export.hpp"
#include "people/tables/tables.hpp"

namespace people {

namespace {

constexpr std::uint64_t largest_table = 20ULL * 1024 * 1024;

struct ImportQuery {
    records::RecordId entered_by;
    std::optional<base::Text<0, 100>> sheet;  // of a workbook; the first
};
BOOST_DESCRIBE_STRUCT(ImportQuery, (), (entered_by, sheet))

http::Created<imports::ImportReply> look_at(http::Call& call, std::string_view subject, const ImportQuery& query,
                                            const http::Uploads<largest_table>& uploads) {
    records::require_contributor(call.read(), call.viewer(), query.entered_by);
    return {imports::look_at(call, {subject, query.entered_by, base::or_empty(query.sheet)}, uploads.files)};
}

http::Created<imports::ImportReply> post_organisations(http::Call& call, const http::Query<ImportQuery>& query,
                                                       const http::Uploads<largest_table>& uploads) {
    return look_at(call, "organisations", *query, uploads);
}

http::Created<imports::ImportReply> post_people(http::Call& call, const http::Query<ImportQuery>& query,
                                                const http::Uploads<largest_table>& uploads) {
    return look_at(call, "people", *query, uploads);
}

template <sheet::Format format>
http::Response get_organisations(http::Call& call) {
    return table_of(call.services().database, format, "organisations", organisation_rows(call.viewer()));
}

// With how to reach them: for those who keep the list.
template <sheet::Format format>
http::Response get_members(http::Call& call, const records::Writable<OrganisationId>& organisation) {
    const auto today = base::bangkok_date(call.now());
    return table_of(call.services().database, format, "people", member_rows(call.viewer(), organisation.id, today));
}

}  // namespace

void add_table_routes(http::Router& router) {
    router.post("/api/organisations/import", post_organisations, access::may_contribute, http::WriteKind::import);
    router.post("/api/people/import", post_people, access::may_contribute, http::WriteKind::import);
    router.get("/api/organisations.csv", get_organisations<sheet::Format::csv>, access::anyone);
    router.get("/api/organisations.xlsx", get_organisations<sheet::Format::xlsx>, access::anyone);
    router.get("/api/organisations/{organisation}/members.csv", get_members<sheet::Format::csv>, access::may_edit);
    router.get("/api/organisations/{organisation}/members.xlsx", get_members<sheet::Format::xlsx>, access::may_edit);
}

void add_subjects(imports::Subjects& subjects) {
    subjects["organisations"] = {.event = "people.organisations_imported",
                                 .rows_a_write = 100,
                                 .events = imports::Subject::Events::one,
                                 .read = read_organisations,
                                 .write = write_organisation,
                                 .take_back = take_back_organisation};
    subjects["people"] = {.event = "people.people_imported",
                          .rows_a_write = 100,
                          .events = imports::Subject::Events::one,
                          .read = read_people,
                          .write = write_person,
                          .take_back = take_back_person};
}

}  // namespace people
