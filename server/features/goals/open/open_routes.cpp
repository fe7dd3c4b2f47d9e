#include "base/locale.hpp"
#include "goals/indicator/shown_indicator.hpp"
#include "goals/open/analytics.hpp"
#include "goals/open/catalogue.hpp"
#include "goals/open/open_queries.hpp"
#include "goals/open/sdmx/structure.hpp"
#include "goals/routes.hpp"
#include "http/page.hpp"
#include "http/router.hpp"

// Open data: what anybody may read, whoever asks, since it is passed on.
template <>
struct http::Argument<goals::SdmxKey> {
    static goals::SdmxKey take(Call& call) {
        goals::SdmxKey key;
        for (auto* part : {&key.type, &key.agency, &key.id, &key.version}) *part = call.next_segment();
        return key;
    }
    static void describe(RouteInfo& route) {
        for (int part = 0; part < 4; ++part) route.claim_segment();
    }
};

namespace goals {

namespace {

struct OpenWish {
    std::string indicator;              // its code
    std::optional<areas::Level> level;  // of the areas that have a row; without one those that report
    std::optional<OpenFormat> format;
};
BOOST_DESCRIBE_STRUCT(OpenWish, (), (indicator, level, format))

constexpr std::string_view structure_type = "application/vnd.sdmx.structure+json";

std::string described_by(const std::string& address, std::string_view type) {
    return "<" + address + R"(>; rel="describedby"; type=")" + std::string(type) + "\"";
}

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
    const auto link = format == OpenFormat::sdmx ? described_by(sdmx_structure_address(), structure_type)
                                                 : described_by(metadata_address(indicator.code, level), "application/csvm+json");
    response.headers.set("Link", link);
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
    return http::Response::text(
        200, "application/ld+json; charset=utf-8",
        dcat_text(list_open_indicators(call.read()), base::say(call.language(), "open_title"), http::origin_of(call)));
}

http::Response get_structure(http::Call& call, const SdmxKey& key, const http::Query<SdmxWish>& wish) {
    http::Response response;
    response.headers.set("Content-Type", std::string(structure_type) + "; version=2.0.0; charset=utf-8");
    response.body =
        sdmx_structure(call.read(), call.services().database,
                       {.key = key, .wish = *wish, .language = call.language(), .origin = http::origin_of(call), .now = call.now()});
    return response;
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
    router.get("/api/open/sdmx/structure/{type}/{agency}/{id}/{version}", get_structure, access::anyone).open_to_programs();
    router.get("/api/analytics", get_analytics, access::anyone).open_to_programs();
}

}  // namespace goals
