#include "base/csv.hpp"
#include "base/json/json.hpp"
#include "base/locale.hpp"
#include "files/files.hpp"
#include "files/opening.hpp"
#include "http/router.hpp"
#include "imports/import_queries.hpp"
#include "imports/work.hpp"

namespace imports {

// 202: a job does it; the reply's address is where to see how far it is.
struct Accepted {
    ImportReply reply;
};
BOOST_DESCRIBE_STRUCT(Accepted, (), (reply))

}  // namespace imports

template <>
struct http::Answer<imports::Accepted> {
    static Response make(Call&, const imports::Accepted& accepted) {
        auto response = json_response(202, json::write(accepted.reply));
        response.headers.set("Location", accepted.reply.address);
        return response;
    }
    static void describe(RouteInfo& route) {
        route.reply = &json::type_of<imports::ImportReply>();
        route.reply_status = 202;
    }
};

namespace imports {

namespace {

files::OpenedTable open(http::Call& call, const http::Upload& upload, const std::string& sheet) {
    const auto& cage = call.services().equipment.get<files::Library>().cage;
    auto table = files::open_table(cage, upload.content.number(), sheet);
    if (!table.problem.empty()) throw http::Problem(422, "invalid_input").at("/file", table.problem, {{"name", upload.file_name}});
    return table;
}

bool is_own(http::Call& call, const Import& import) {
    return import.person_id == call.person();
}

const Subject& subject_of(http::Call& call, std::string_view name) {
    return call.services().equipment.get<Subjects>().find(name)->second;
}

bool has_role(http::Call& call, const Import& import, records::Role least) {
    if (!import.entered_by)
        return call.viewer().administrator ||
               (is_own(call, import) && may_bring(call.read(), subject_of(call, import.subject), call.viewer()));
    return records::role_in(call.read(), call.person(), import.entered_by) >= least;
}

// What was only looked at is nobody else's; the rest is seen by those who write for the organisation.
Import readable(http::Call& call, ImportId id) {
    auto import = find_import(call.read(), id);
    const bool seen =
        import && (is_own(call, *import) || (import->state != State::looked_at &&
                                             (call.viewer().administrator || has_role(call, *import, records::Role::contributor))));
    if (!seen) throw http::not_found();
    return *std::move(import);
}

// By who brought it in, while they write for the organisation; else by its editors.
Import changeable(http::Call& call, ImportId id) {
    auto import = readable(call, id);
    const bool own = is_own(call, import) || call.viewer().administrator;
    if (!has_role(call, import, own ? records::Role::contributor : records::Role::editor)) throw http::Problem(403, "not_a_contributor");
    return import;
}

ImportReply get_import(http::Call& call, ImportId id) {
    auto reply = reply_of(call.read(), readable(call, id));
    if (const auto& problem = reply.import.problem; !problem.empty()) reply.words = base::say(call.language(), "problem_" + problem);
    return reply;
}

struct ImportsQuery {
    std::optional<records::RecordId> entered_by;
};
BOOST_DESCRIBE_STRUCT(ImportsQuery, (), (entered_by))

// One's own, or those of an organisation.
std::vector<Import> get_imports(http::Call& call, const http::Query<ImportsQuery>& query) {
    const auto entered_by = query->entered_by.value_or(records::RecordId{});
    if (entered_by) records::require_contributor(call.read(), call.viewer(), entered_by);
    return list_imports(call.read(), call.person(), entered_by);
}

// Told anew from the transaction's own view, so that two who press at once do it once.
template <class Change>
Accepted change(http::Call& call, ImportId id, const Change& act) {
    call.write([&](db::Tx& tx) {
        if (const auto now = find_import(tx, id)) act(tx, *now);
    });
    return {get_import(call, id)};
}

Accepted post_start(http::Call& call, ImportId id) {
    changeable(call, id);
    return change(call, id, [&](db::Tx& tx, const Import& import) {
        if (may_start(import)) start(tx, import, call.viewer());
    });
}

Accepted post_stop(http::Call& call, ImportId id) {
    changeable(call, id);
    return change(call, id, [&](db::Tx& tx, const Import& import) {
        if (may_stop(import)) set_state(tx, import.id, State::stopped);
    });
}

Accepted post_undo(http::Call& call, ImportId id) {
    const auto import = changeable(call, id);
    if (import.state == State::undone) throw http::Problem(409, "undone_already");
    return change(call, id, [&](db::Tx& tx, const Import& now) {
        if (may_undo(now)) undo(tx, now, call.viewer());
    });
}

// With a byte-order mark, which spreadsheets ask for.
http::Response get_wrong_rows(http::Call& call, ImportId id) {
    readable(call, id);
    const auto word = [&](std::string_view key) { return base::csv::cell(base::say(call.language(), key)); };
    std::string table = "\xEF\xBB\xBF" + word("imports_line") + "," + word("imports_column") + "," + word("imports_value") + "," +
                        word("imports_why") + "\r\n";
    for (const auto& row : json::read_own<std::vector<base::WrongRow>>(get_texts(call.read(), id).wrong_rows)) {
        const auto why = base::say(call.language(), "problem_" + row.code, {{"line", row.value}});
        table += std::to_string(row.line) + "," + base::csv::cell(row.column) + "," + base::csv::cell(row.value) + "," +
                 base::csv::cell(why) + "\r\n";
    }
    http::Response response;
    response.headers.set("Content-Type", "text/csv; charset=utf-8");
    response.headers.set("Content-Disposition", "attachment; filename=\"wrong-rows.csv\"");
    response.body = std::move(table);
    return response;
}

}  // namespace

ImportReply look_at(http::Call& call, const Wish& wish, const std::vector<http::Upload>& uploads) {
    if (uploads.empty()) throw http::Problem(422, "invalid_input").at("/file", "required");
    auto table = open(call, uploads.front(), wish.sheet);
    const Order order{.viewer = call.viewer(), .entered_by = wish.entered_by, .today = base::bangkok_date(call.now())};
    auto report = subject_of(call, wish.subject).read(call.read(), order, table.content).report;
    report.sheets = std::move(table.sheets);
    const auto file_hash = hash_of(table.content);
    const NewImport kept{wish.subject, uploads.front().file_name, std::move(table.content)};
    const auto id = call.write_unkept([&](db::Tx& tx) {
        const auto import = keep_table(tx, order, kept, file_hash);
        keep_report(tx, import, report);
        return import;
    });
    return get_import(call, id);
}

void add_routes(http::Router& router) {
    router.get("/api/imports", get_imports, access::signed_in);
    router.get("/api/imports/{import}", get_import, access::signed_in);
    router.get("/api/imports/{import}/wrong-rows.csv", get_wrong_rows, access::signed_in);
    router.post("/api/imports/{import}/start", post_start, access::signed_in, http::WriteKind::change);
    router.post("/api/imports/{import}/stop", post_stop, access::signed_in, http::WriteKind::change);
    router.post("/api/imports/{import}/undo", post_undo, access::signed_in, http::WriteKind::change);
}

}  // namespace imports
