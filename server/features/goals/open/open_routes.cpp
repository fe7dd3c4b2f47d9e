#include "base/locale.hpp"
#include "goals/indicator/shown_indicator.hpp"
#include "goals/open/analytics.hpp"
#include "goals/open/catalogue.hpp"
#include "goals/routes.hpp"
#include "http/page.hpp"
#include "http/router.hpp"

// Open data: what anybody may read, whoever asks, since it is passed on.
namespace goals {

namespace {

struct OpenWish {
    std::string indicator;              // its code
    std::optional<areas::Level> level;  // of the areas that have a row; without one those that report
    std::optional<OpenFormat> format;
};
BOOST_DESCRIBE_STRUCT(OpenWish, (), (indicator, level, format))

Indicator get_open(http::Call& call, const OpenWish& wish) {
    auto found = find_readable(call.read(), {}, wish.indicator);
    if (!found) throw http::not_found();
    return std::move(found->indicator);
}

http::Response get_table(http::Call& call, const http::Query<OpenWish>& wish) {
    const auto indicator = get_open(call, *wish);
    const auto level = wish->level.value_or(indicator.level);
    const auto format = wish->format.value_or(OpenFormat::csv);
    http::Response response;
    response.headers.set("Content-Type", format == OpenFormat::sdmx ? "application/vnd.sdmx.data+csv; version=2.0.0; charset=utf-8"
                                                                    : "text/csv; charset=utf-8; header=present");
    // By its number or what anybody may have called it: a name that is safe in a header.
    response.headers.set("Content-Disposition", "attachment; filename=\"figures-" + std::string(base::name_of(level)) + ".csv\"");
    if (format == OpenFormat::csv)
        response.headers.set("Link",
                             "<" + metadata_address(indicator.code, level) + R"(>; rel="describedby"; type="application/csvm+json")");
    response.body = open_figures(call.services().database, indicator, level, format);
    return response;
}

http::Response get_metadata(http::Call& call, const http::Query<OpenWish>& wish) {
    const auto indicator = get_open(call, *wish);
    const auto cards = list_indicators_of(call.read(), {}, {indicator.code});
    if (cards.empty()) throw http::not_found();
    return http::Response::text(200, "application/csvm+json; charset=utf-8",
                                csvw_text(cards.front(), wish->level.value_or(indicator.level), http::origin_of(call)));
}

http::Response get_catalogue(http::Call& call) {
    constexpr std::int64_t at_once = 200;
    std::vector<IndicatorCard> all;
    IndicatorWish wish;
    wish.limit = base::Whole<1, 200>{at_once};
    for (bool more = true; more;) {
        auto some = list_indicators(call.read(), {}, wish);
        more = std::ssize(some) > at_once;
        if (more) some.pop_back();
        std::ranges::move(some, std::back_inserter(all));
        if (more) wish.after = all.back().id;
    }
    return http::Response::text(200, "application/ld+json; charset=utf-8",
                                dcat_text(all, base::say(call.language(), "open_title"), http::origin_of(call)));
}

http::Response get_analytics(http::Call& call, const http::Query<AnalyticsWish>& wish) {
    return http::Response::json(200, analytics_text(call.read(), *wish, call.language()));
}

}  // namespace

void add_open_routes(http::Router& router) {
    // A key tells no more here; but a tool that is set up with one brings it to every call.
    router.get("/api/open/figures", get_table, access::anyone).open_to_programs();
    router.get("/api/open/metadata", get_metadata, access::anyone).open_to_programs();
    router.get("/api/open/catalogue", get_catalogue, access::anyone).open_to_programs();
    router.get("/api/analytics", get_analytics, access::anyone).open_to_programs();
}

}  // namespace goals
