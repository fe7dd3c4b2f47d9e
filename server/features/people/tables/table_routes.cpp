#include "files/files.hpp"
#include "files/opening.hpp"
#include "http/router.hpp"
#include "people/membership/membership.hpp"
#include "people/routes.hpp"
#include "people/tables/export.hpp"
#include "people/tables/report.hpp"

namespace people {

namespace {

constexpr std::uint64_t largest_table = 20ULL * 1024 * 1024;

struct ImportQuery {
    std::optional<base::ImportMode> mode;  // preview
    records::RecordId entered_by;
    std::optional<base::Text<0, 100>> sheet;  // of a workbook; the first
};
BOOST_DESCRIBE_STRUCT(ImportQuery, (), (mode, entered_by, sheet))

using Import = base::ImportReport (*)(const Books& books, const ImportOrder& order, std::string_view bytes);

files::OpenedTable open(http::Call& call, const http::Upload& upload, const ImportQuery& query) {
    const auto& cage = call.services().equipment.get<files::Library>().cage;
    auto table = files::open_table(cage, upload.content.number(), base::or_empty(query.sheet));
    if (!table.problem.empty()) throw http::Problem(422, "invalid_input").at("/file", table.problem, {{"name", upload.file_name}});
    return table;
}

base::ImportReport run(http::Call& call, const ImportQuery& query, const http::Uploads<largest_table>& uploads, Import import) {
    records::require_contributor(call.read(), call.viewer(), query.entered_by);
    if (uploads.files.empty()) throw http::Problem(422, "invalid_input").at("/file", "required");
    const ImportOrder order{.viewer = call.viewer(),
                            .entered_by = query.entered_by,
                            .mode = query.mode.value_or(base::ImportMode::preview),
                            .today = base::bangkok_date(call.now()),
                            .file_name = uploads.files.front().file_name};
    auto table = open(call, uploads.files.front(), query);
    auto report = import({call.read(), call.services().database}, order, table.content);
    report.sheets = std::move(table.sheets);
    return report;
}

base::ImportReport post_organisations(http::Call& call, const http::Query<ImportQuery>& query,
                                      const http::Uploads<largest_table>& uploads) {
    return run(call, *query, uploads, import_organisations);
}

base::ImportReport post_people(http::Call& call, const http::Query<ImportQuery>& query, const http::Uploads<largest_table>& uploads) {
    return run(call, *query, uploads, import_people);
}

struct ImportsQuery {
    records::RecordId entered_by;
};
BOOST_DESCRIBE_STRUCT(ImportsQuery, (), (entered_by))

std::vector<TableImport> get_imports(http::Call& call, const http::Query<ImportsQuery>& query) {
    records::require_contributor(call.read(), call.viewer(), query->entered_by);
    return list_imports(call.read(), query->entered_by);
}

// By who brought it in, while they write for the organisation; else by its editors.
UndoReport post_undo(http::Call& call, ImportId id) {
    const auto import = find_import(call.read(), id);
    if (!import) throw http::not_found();
    records::require_contributor(call.read(), call.viewer(), import->entered_by);
    const bool own = import->person_id == call.person() || call.viewer().administrator;
    if (!own && records::role_in(call.read(), call.person(), import->entered_by) < records::Role::editor) throw http::not_found();
    if (import->undone_at) throw http::Problem(409, "undone_already");
    return undo_import(call.services().database, call.viewer(), *import);
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
    router.get("/api/imports", get_imports, access::signed_in);
    router.post("/api/imports/{import}/undo", post_undo, access::signed_in, http::WriteKind::import);
    router.get("/api/organisations.csv", get_organisations<sheet::Format::csv>, access::anyone);
    router.get("/api/organisations.xlsx", get_organisations<sheet::Format::xlsx>, access::anyone);
    router.get("/api/organisations/{organisation}/members.csv", get_members<sheet::Format::csv>, access::may_edit);
    router.get("/api/organisations/{organisation}/members.xlsx", get_members<sheet::Format::xlsx>, access::may_edit);
}

}  // namespace people
