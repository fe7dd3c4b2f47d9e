#include "areas/changes/change_queries.hpp"
#include "base/json/json.hpp"
#include "http/problem.hpp"
#include "http/router.hpp"

namespace areas {

namespace {

const AreaUse* use_of(http::Call& call) {
    return call.services().equipment.find<AreaUse>();
}

http::List<Change> get_changes(http::Call& call) {
    return {list_changes(call.read(), use_of(call), call.language()), {}};
}

// Nothing is written.
ChangePreview look(http::Call& call, const ChangeForm& form) {
    return look_at_change(call.read(), form, base::bangkok_date(call.now()), use_of(call), call.language());
}

// Planned and written in one transaction: what was seen a minute ago may be otherwise now.
http::Created<http::List<Change>> record(http::Call& call, const ChangeForm& form) {
    call.write([&](db::Tx& tx) {
        auto planned = make_plan(tx, form, base::bangkok_date(call.now()));
        if (!planned.waiting.empty()) planned.errors.add("/placed", "change_waiting", {{"count", std::ssize(planned.waiting)}});
        if (!planned.errors.empty()) throw http::invalid_input(planned.errors);
        record_change(tx, call.person(), form, planned.plan);
    });
    return {get_changes(call)};
}

http::List<Change> undo(http::Call& call, ChangeId change) {
    if (!find_change(call.read(), change)) throw http::not_found();
    call.write([&](db::Tx& tx) {
        const auto row = *find_change(tx, change);
        if (row.undone_at) throw http::Problem(409, "change_undone_already");
        const auto plan = json::read_own<Plan>(row.body);
        if (const auto why = what_keeps(tx, row, plan, use_of(call)); !why.empty()) throw http::Problem(409, why);
        undo_change(tx, call.person(), change, plan);
    });
    return get_changes(call);
}

}  // namespace

void add_change_routes(http::Router& router) {
    router.get("/api/areas/changes", get_changes, access::administrator);
    router.post("/api/areas/changes", record, access::administrator, http::WriteKind::office);
    router.post("/api/areas/changes/look", look, access::administrator, http::WriteKind::office);
    router.post("/api/areas/changes/{change}/undo", undo, access::administrator, http::WriteKind::office);
}

}  // namespace areas
