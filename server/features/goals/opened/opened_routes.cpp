#include "goals/opened/opened_page.hpp"
#include "goals/routes.hpp"
#include "goals/view/table.hpp"
#include "http/problem.hpp"
#include "http/router.hpp"

namespace goals {

static Opened get_opened(http::Call& call, const FoundIndicator& found, const http::Segment& code, const http::Segment& typed) {
    const auto area = areas::find(call.read(), code.value == "TH" ? "th" : code.value);
    if (!area) throw http::not_found();
    const auto period = base::read_reporting_period(typed.value);
    if (const auto* fault = std::get_if<base::PeriodFault>(&period))
        throw http::Problem(422, "invalid_input").at("/period", base::name_of(*fault));
    return open_figure(call.read(), {call.viewer(), call.language()}, {found, *area, std::get<base::ReportingPeriod>(period)},
                       call.services().equipment.find<Sources>());
}

static http::Page get_opened_page(http::Call& call, const FoundIndicator& found, const http::Segment& code, const http::Segment& period) {
    return opened_page(get_opened(call, found, code, period), call.language());
}

static std::string text_of(const std::optional<base::Decimal>& number) {
    return number ? base::to_text(*number) : std::string();
}

static Row row_of(const Opened& opened, const OpenedTile& tile) {
    const auto& figure = tile.figure;
    return {opened.code,
            tile.code,
            opened.period,
            text_of(figure.value),
            tile.title,
            std::string(base::name_of(tile.found)),
            text_of(figure.numerator),
            text_of(figure.denominator),
            std::to_string(figure.reported),
            figure.expected ? std::to_string(*figure.expected) : std::string()};
}

// The area itself first, then what lies right under it.
template <sheet::Format format>
static http::Response get_opened_table(http::Call& call, const FoundIndicator& found, const http::Segment& code,
                                       const http::Segment& period) {
    const auto opened = get_opened(call, found, code, period);
    std::vector<Row> rows{
        {"indicator", "area", "period", "value", "area_title", "state", "numerator", "denominator", "reported", "expected"}};
    rows.push_back(row_of(opened, opened.whole));
    for (const auto& tile : opened.children) rows.push_back(row_of(opened, tile));
    return table_file(format, "figures-" + opened.whole.code + "-" + opened.period, rows);
}

void add_opened_routes(http::Router& router) {
    router.get("/api/figures/{indicator}/{code}/{period}", get_opened, access::may_read);
    router.get("/api/figures/{indicator}/{code}/{period}/table.csv", get_opened_table<sheet::Format::csv>, access::may_read);
    router.get("/api/figures/{indicator}/{code}/{period}/table.xlsx", get_opened_table<sheet::Format::xlsx>, access::may_read);
    router.page("/figures/{indicator}/{code}/{period}", get_opened_page, access::may_read);
}

}  // namespace goals
