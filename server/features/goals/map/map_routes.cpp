#include "goals/map/map_page.hpp"
#include "goals/routes.hpp"
#include "goals/view/table.hpp"
#include "http/router.hpp"

namespace goals {

static FiguresMap get_figures_map(http::Call& call, const http::Query<MapWish>& wish) {
    return show_map(call.read(), {call.viewer(), call.language()}, *wish);
}

static std::string text_of(const std::optional<base::Decimal>& number) {
    return number ? base::to_text(*number) : std::string();
}

static Row row_of(const MapNumbers& numbers, const MapTile& tile) {
    return {numbers.code,
            tile.code,
            numbers.period,
            text_of(tile.value),
            tile.title,
            numbers.group,
            std::string(base::name_of(tile.found)),
            tile.in_class ? std::to_string(*tile.in_class + 1) : std::string(),
            std::to_string(tile.reported),
            tile.expected ? std::to_string(*tile.expected) : std::string(),
            tile.aim ? base::to_text(tile.aim->from) : std::string(),
            tile.aim ? base::to_text(tile.aim->gap) : std::string()};
}

template <sheet::Format format>
static http::Response get_figures_map_table(http::Call& call, const http::Query<MapWish>& wish) {
    const auto map = get_figures_map(call, wish);
    std::vector<Row> rows{
        {"indicator", "area", "period", "value", "area_title", "group", "state", "class", "reported", "expected", "target", "gap"}};
    if (map.numbers)
        for (const auto& tile : map.numbers->tiles) rows.push_back(row_of(*map.numbers, tile));
    return table_file(format, "map-" + map.area.code, rows);
}

static http::Page get_figures_map_page(http::Call& call, const http::Query<MapWish>& wish) {
    return map_page(get_figures_map(call, wish), call.language());
}

void add_map_routes(http::Router& router) {
    router.get("/api/figures/map", get_figures_map, access::anyone);
    router.get("/api/figures/map/table.csv", get_figures_map_table<sheet::Format::csv>, access::anyone);
    router.get("/api/figures/map/table.xlsx", get_figures_map_table<sheet::Format::xlsx>, access::anyone);
    router.page("/figures/map", get_figures_map_page, access::anyone);
}

}  // namespace goals
