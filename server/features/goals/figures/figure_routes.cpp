#include "goals/figures/tile.hpp"
#include "goals/indicator/shown_indicator.hpp"
#include "goals/routes.hpp"
#include "http/problem.hpp"
#include "http/router.hpp"
#include "records/records.hpp"

namespace goals {

namespace {

std::optional<Indicator> find_seen(db::Session& db, const http::Viewer& viewer, std::string_view typed) {
    auto found = find_readable(db, viewer, typed);
    return found ? std::optional(std::move(found->indicator)) : std::nullopt;
}

std::string_view word_for(base::PeriodFault fault) {
    return fault == base::PeriodFault::empty ? "required" : base::name_of(fault);
}

std::vector<base::AreaId> ids_of(const std::vector<areas::Area>& areas) {
    std::vector<base::AreaId> ids;
    ids.reserve(areas.size());
    for (const auto& area : areas) ids.push_back(area.id);
    return ids;
}

std::vector<FigureTile> tiles_of(const std::vector<areas::Area>& areas, const std::vector<Figure>& figures, base::Language language) {
    std::vector<FigureTile> tiles;
    tiles.reserve(areas.size());
    for (std::size_t i = 0; i < areas.size(); ++i) tiles.push_back({areas[i].code, areas::title(areas[i], language), figures[i]});
    return tiles;
}

FiguresReply get_figures(http::Call& call, const http::Query<FigureWish>& wish) {
    return read_figures(call.read(), call.viewer(), *wish, call.language());
}

}  // namespace

FiguresReply read_figures(db::Session& db, const http::Viewer& viewer, const FigureWish& wish, base::Language language, Reader reader) {
    const auto indicator = find_seen(db, viewer, wish.indicator);
    const auto area = areas::find(db, wish.area == "TH" ? "th" : wish.area);
    const auto read = base::read_reporting_period(wish.period);
    const auto* fault = std::get_if<base::PeriodFault>(&read);
    http::Problem problem(422, "invalid_input");
    if (!indicator) problem.at("/indicator", "unknown_indicator");
    if (!area) problem.at("/area", "unknown_area");
    if (fault) problem.at("/period", word_for(*fault));
    if (!problem.errors().empty()) throw problem;
    const auto& period = std::get<base::ReportingPeriod>(read);
    const auto group = wish.group.value_or("");
    const auto list = reader == Reader::system ? list_whole_figures : list_figures;
    FiguresReply reply{
        .indicator = indicator->code,
        .period = base::code_of(period),
        .period_title = base::title_of(period, language),
        .whole = {area->code, areas::title(*area, language), list(db, *indicator, std::span(&area->id, 1), period, group).front()},
        .children = {}};
    if (wish.by) {
        const auto children = areas::list_inside(db, area->id);
        reply.children = tiles_of(children, list(db, *indicator, ids_of(children), period, group), language);
    }
    return reply;
}

void add_figure_routes(http::Router& router) {
    router.get("/api/figures", get_figures, access::anyone);
}

}  // namespace goals
