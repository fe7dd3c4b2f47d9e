#include "goals/routes.hpp"
#include "goals/situation/situation_page.hpp"
#include "goals/situation/situation_table.hpp"
#include "http/router.hpp"

namespace goals {

static areas::Area known_area(db::Session& db, const http::Segment& code) {
    auto area = areas::find(db, code.value == "TH" ? "th" : code.value);
    if (!area) throw http::not_found();
    return *std::move(area);
}

static Situation get_situation(http::Call& call, const http::Segment& code) {
    return show_situation(call.read(), {call.viewer(), call.language()}, known_area(call.read(), code));
}

static Inside get_inside(http::Call& call, const http::Segment& code) {
    return show_inside(call.read(), {call.viewer(), call.language()}, known_area(call.read(), code));
}

template <sheet::Format format>
static http::Response get_situation_table(http::Call& call, const http::Segment& code) {
    const auto rows = situation_table(get_situation(call, code), get_inside(call, code));
    return table_file(format, "situation-" + code.value, rows);
}

static http::Page get_situation_page(http::Call& call, const http::Segment& code) {
    return situation_page(get_situation(call, code), call.language());
}

void add_situation_routes(http::Router& router) {
    router.get("/api/areas/{code}/situation", get_situation, access::anyone);
    router.get("/api/areas/{code}/situation/inside", get_inside, access::anyone);
    router.get("/api/areas/{code}/situation.csv", get_situation_table<sheet::Format::csv>, access::anyone);
    router.get("/api/areas/{code}/situation.xlsx", get_situation_table<sheet::Format::xlsx>, access::anyone);
    router.page("/areas/{code}/situation", get_situation_page, access::anyone);
}

}  // namespace goals
