#include <ranges>

#include "document/press.hpp"
#include "goals/routes.hpp"
#include "goals/situation/sheet_paper.hpp"
#include "goals/situation/situation_page.hpp"
#include "goals/situation/situation_table.hpp"
#include "http/problem.hpp"
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

struct SheetWish {
    std::optional<std::string> indicators;  // their codes, with commas between; none: those that are farthest from their goal
    std::optional<SheetLetters> letters;    // none: for the wall
};
BOOST_DESCRIBE_STRUCT(SheetWish, (), (indicators, letters))

static std::vector<std::string> codes_in(std::string_view text) {
    std::vector<std::string> codes;
    for (const auto part : std::views::split(text, ','))
        if (!part.empty()) codes.emplace_back(part.begin(), part.end());
    return codes;
}

static http::Response get_sheet(http::Call& call, const http::Segment& code, const http::Query<SheetWish>& wish) {
    const auto situation = get_situation(call, code);
    const SheetOrder order{codes_in(wish->indicators.value_or("")), wish->letters.value_or(SheetLetters::wall)};
    auto made = call.services().equipment.get<document::Press>().pdf(sheet_paper(situation, order, call.now(), call.language()));
    if (!made) throw http::Problem(503, "papers_busy", {{"seconds", std::int64_t{15}}});
    auto response = http::Response::text(200, "application/pdf", std::move(*made));
    response.headers.set("Content-Disposition", "inline; filename=\"situation-" + situation.area.code + ".pdf\"");
    return response;
}

static http::Page get_situation_page(http::Call& call, const http::Segment& code) {
    return situation_page(get_situation(call, code), call.language());
}

void add_situation_routes(http::Router& router) {
    router.get("/api/areas/{code}/situation", get_situation, access::anyone);
    router.get("/api/areas/{code}/situation/inside", get_inside, access::anyone);
    router.get("/api/areas/{code}/situation.csv", get_situation_table<sheet::Format::csv>, access::anyone);
    router.get("/api/areas/{code}/situation.xlsx", get_situation_table<sheet::Format::xlsx>, access::anyone);
    router.get("/api/areas/{code}/situation/sheet.pdf", get_sheet, access::anyone);
    router.page("/areas/{code}/situation", get_situation_page, access::anyone);
}

}  // namespace goals
