#include "http/api_page.hpp"

#include <map>

#include "base/json/indent.hpp"
#include "base/locale.hpp"
#include "http/content_policy.hpp"
#include "http/html.hpp"
#include "http/openapi.hpp"
#include "http/router.hpp"

namespace http {
namespace {

using html::Html;

constexpr html::Tag details{"details"}, summary{"summary"}, pre{"pre"}, code{"code"};

constexpr std::string_view style =
    "body{font:17px/1.7 'IBM Plex Sans Thai Looped',Sarabun,'Noto Sans Thai Looped',sans-serif;max-width:60rem;margin:0 auto;padding:1rem;"
    "color:#22201c;background:#fdfbf6}"
    "h1{font-size:1.6rem}h2{font-size:1.15rem;margin:2rem 0 .5rem}a{color:#33408f}"
    "details{border-bottom:1px solid #e3ddd0}summary{padding:.6rem 0;cursor:pointer}summary code{font-size:.95rem}"
    "pre{overflow-x:auto;background:#f5f0e4;padding:.8rem;border-radius:8px;font-size:.85rem;line-height:1.5}"
    ".permission{float:right;color:#5d574c;font-size:.85rem}"
    "@media(max-width:40rem){.permission{float:none;display:block}}"
    "@media(prefers-color-scheme:dark){body{color:#f1ece0;background:#1b1a17}a{color:#a9b4ff}pre{background:#292723}"
    "details{border-color:#3a372f}.permission{color:#b8b0a0}}";

// The noun that a route belongs to: "circles" of /api/circles/{circle}.
std::string noun_of(const RouteInfo& route) {
    const auto rest = std::string_view(route.pattern).substr(std::string_view("/api/").size());
    return std::string(rest.substr(0, rest.find_first_of("/.")));
}

class Contract {
  public:
    explicit Contract(base::Language language) : language_(language) {}

    Html entry(const RouteInfo& route) {
        return details(summary(code(html::strong(name_of(route.method)), " ", route.pattern),
                               html::span(html::css("permission"), say("permission_" + route.permission))),
                       part("api_query", route.query), part("api_body", route.body), needs(route), part("api_reply", route.reply));
    }

    Html named() const {
        Html all;
        for (const auto& [name, text] : schemas_.named())
            all += details(html::Attribute{"id", name}, summary(code(name)), pre(code(json::indented(text))));
        return all;
    }

  private:
    std::string say(std::string_view key) const { return base::say(language_, key); }

    Html part(std::string_view title_key, const json::Type* type) {
        if (type == nullptr) return {};
        return html::group(html::p(say(title_key)), pre(code(json::indented(schemas_.of(*type)))));
    }

    Html needs(const RouteInfo& route) const {
        Html all;
        if (route.needs_version) all += html::p(say("api_needs_version"));
        if (route.body_rule.takes_uploads) all += html::p(say("api_takes_files"));
        return all;
    }

    base::Language language_;
    json::Schemas schemas_;
};

Html article(const Router& router, base::Language language) {
    Contract contract(language);
    std::map<std::string, Html> by_noun;
    for (const auto& route : router.routes())
        if (!route->is_page && route->pattern.starts_with("/api/")) by_noun[noun_of(*route)] += contract.entry(*route);
    Html routes;
    for (const auto& [noun, entries] : by_noun) routes += html::section(html::h2(noun), entries);
    const auto say = [&](std::string_view key) { return base::say(language, key); };
    return html::group(html::h1(say("api_title")), html::p(say("api_about")), html::p(say("api_problems")), html::p(say("api_keys")),
                       html::p(html::a("/api/openapi.json", "openapi.json")), routes,
                       html::section(html::h2(say("api_schemas")), contract.named()));
}

Response api_page(Call& call) {
    const auto language = call.language();
    const auto& contract = call.services().equipment.get<ApiContract>();
    auto response = Response::html(200, "<!doctype html><html lang=\"" + std::string(base::name_of(language)) +
                                            "\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>" +
                                            html::escape(base::say(language, "api_title")) + "</title><style>" + std::string(style) +
                                            "</style><main>" + article(contract.router, language).markup() + "</main></html>");
    response.headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; style-src '" + script_hash(style) + "'");
    response.headers.add("Vary", "Cookie, Accept-Language");
    return response;
}

Response openapi_json(Call& call) {
    const auto& contract = call.services().equipment.get<ApiContract>();
    return Response::json(200, openapi(contract.router, contract.version));
}

}  // namespace

void add_api_routes(Router& router) {
    router.page("/api", api_page, access::anyone);
    router.get("/api/openapi.json", openapi_json, access::anyone);
}

}  // namespace http
