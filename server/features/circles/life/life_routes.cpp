#include "areas/areas.hpp"
#include "circles/life/life.hpp"
#include "circles/life/report.hpp"
#include "circles/routes.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"

namespace circles {

static LifeReply show_life(http::Call& call, const records::Readable<CircleId>& circle) {
    return life_reply(call.read(), call.viewer(), circle.found);
}

static Ladder show_ladder(http::Call& call, const records::Readable<SessionId>& session) {
    return get_ladder(call.read(), session.id);
}

static Ladder tell_ladder(http::Call& call, const records::Writable<SessionId>& session, const LadderForm& form) {
    return call.write([&](db::Tx& tx) {
        put_ladder(tx, call.person(), session.id, form);
        journal::record(tx, call.person(), "circles.participation_told", {session->id, 0, json::write(form)});
        return get_ladder(tx, session.id);
    });
}

static std::vector<RungCount> get_rungs(http::Call& call, const http::Query<YearWanted>& wanted) {
    return count_rungs(call.read(), call.viewer(), *wanted);
}

static LadderReport get_circle_report(http::Call& call, const records::Readable<CircleId>& circle) {
    return ladder_report(call.read(), call.viewer(), {.circle = circle.id});
}

static LadderReport get_area_report(http::Call& call, const http::Segment& code) {
    const auto area = areas::find(call.read(), code.value);
    if (!area) throw http::not_found();
    return ladder_report(call.read(), call.viewer(), {.area = area->id});
}

void add_life_routes(http::Router& router) {
    router.get("/api/circles/{circle}/life", show_life, access::may_read);
    router.get("/api/circles/{circle}/participation", get_circle_report, access::may_read);
    router.get("/api/areas/{code}/participation", get_area_report, access::anyone);
    router.get("/api/circles/rungs", get_rungs, access::anyone);
    router.get("/api/sessions/{session}/participation", show_ladder, access::may_read);
    router.put("/api/sessions/{session}/participation", tell_ladder, access::may_edit, http::WriteKind::change);
}

}  // namespace circles
