#include "http/openapi.hpp"

#include <algorithm>
#include <map>

#include "base/json/indent.hpp"
#include "base/json/json.hpp"
#include "http/problem.hpp"
#include "http/router.hpp"

namespace http {
namespace {

// Raw parts are put together as described values, so that nobody quotes by hand. Keys come out sorted.
using Object = std::map<std::string, json::Raw>;

template <class T>
json::Raw raw(const T& value) {
    return {json::write(value)};
}

json::Raw raw(const char* text) {
    return raw(std::string(text));
}

Object media(std::string_view type, json::Raw schema) {
    return {{std::string(type), raw(Object{{"schema", std::move(schema)}})}};
}

// "get_circles_circle_sessions" from GET /api/circles/{circle}/sessions: stable while the address is.
std::string operation_id(const RouteInfo& route) {
    std::string id(name_of(route.method));
    std::ranges::transform(id, id.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    bool gap = true;
    for (const char c : std::string_view(route.pattern).substr(std::string_view("/api").size())) {
        const bool is_word = std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
        if (is_word && std::exchange(gap, false)) id += '_';
        if (is_word) id += c;
        gap = gap || !is_word;
    }
    return id;
}

class Writer {
  public:
    explicit Writer(json::Schemas& named) : named_(named) {}

    Object operation(const RouteInfo& route) {
        Object out{{"operationId", raw(operation_id(route))},
                   {"responses", raw(responses(route))},
                   {"tags", raw(std::vector<std::string>{std::string(tag(route))})},
                   {"x-permission", raw(route.permission)}};
        if (route.write_kind) out["x-limited-as"] = raw(std::string(base::name_of(*route.write_kind)));
        if (route.takes_program_keys) out["security"] = {R"([{},{"api_token":[]},{"basic":[]},{"bearer":[]}])"};
        if (auto all = parameters(route); !all.empty()) out["parameters"] = raw(all);
        if (route.body != nullptr) out["requestBody"] = request_body("application/json", {named_.of(*route.body)});
        if (route.body_rule.takes_uploads) out["requestBody"] = request_body("multipart/form-data", {R"({"type":"object"})"});
        if (route.body_rule.streams) out["requestBody"] = request_body("*/*", {R"({"type":"string","format":"binary"})"});
        return out;
    }

  private:
    static std::string_view tag(const RouteInfo& route) {
        const auto rest = std::string_view(route.pattern).substr(std::string_view("/api/").size());
        return rest.substr(0, rest.find_first_of("/."));
    }

    static json::Raw request_body(std::string_view type, json::Raw schema) {
        return raw(Object{{"content", raw(media(type, std::move(schema)))}, {"required", raw(true)}});
    }

    static Object parameter(std::string_view name, const char* in, bool required, json::Raw schema) {
        return {{"in", raw(in)}, {"name", raw(std::string(name))}, {"required", raw(required)}, {"schema", std::move(schema)}};
    }

    std::vector<Object> parameters(const RouteInfo& route) {
        const json::Raw text{R"({"type":"string"})"};
        std::vector<Object> all;
        all.reserve(route.segments.size());
        for (const auto& name : route.segments) all.push_back(parameter(name, "path", true, {R"({"type":["string","integer"]})"}));
        if (route.query != nullptr && route.query->object != nullptr)
            for (const auto& field : route.query->object->fields)
                all.push_back(parameter(field.name, "query", field.type().is_absent == nullptr, {named_.of(field.type())}));
        if (route.needs_version) all.push_back(parameter("If-Match", "header", true, text));
        if (!is_safe(route.method)) all.push_back(parameter("Idempotency-Key", "header", false, text));
        return all;
    }

    Object responses(const RouteInfo& route) {
        Object good{{"description", raw(route.reply_status == 201 ? "made" : "done")}};
        if (route.reply != nullptr) {
            good["content"] = raw(media(route.reply_type, {named_.of(*route.reply)}));
        } else if (route.reply_status != 204) {
            good["content"] = raw(media(route.reply_type, {"{}"}));
        }
        const json::Raw problem{named_.of(json::type_of<ProblemReply>())};
        return {{std::to_string(route.reply_status), raw(good)},
                {"default", raw(Object{{"content", raw(media("application/problem+json", problem))},
                                       {"description", raw("what was wrong, in Thai and English")}})}};
    }

    json::Schemas& named_;
};

// How a program says who asks, where a route takes its key. (Our own pages have a cookie.)
Object security_schemes() {
    return {{"api_token", {R"({"description":"ApiToken KEY, as DHIS2 takes it","in":"header","name":"Authorization","type":"apiKey"})"}},
            {"basic", {R"({"description":"the user name, and the key as password","scheme":"basic","type":"http"})"}},
            {"bearer", {R"({"scheme":"bearer","type":"http"})"}}};
}

}  // namespace

std::string openapi(const Router& router, std::string_view version) {
    json::Schemas named;
    Writer writer(named);
    std::map<std::string, Object> paths;
    for (const auto& route : router.routes()) {
        if (route->is_page || !route->pattern.starts_with("/api/")) continue;
        auto method = std::string(name_of(route->method));
        std::ranges::transform(method, method.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        paths[route->pattern][method] = raw(writer.operation(*route));
    }
    Object schemas;
    for (const auto& [name, text] : named.named()) schemas[name] = {text};
    const Object info{{"title", raw("Lomwong")}, {"version", raw(std::string(version))}};
    constexpr std::size_t width = 160;  // a field of a schema on one line: what changed is seen in a review
    const Object components{{"schemas", raw(schemas)}, {"securitySchemes", raw(security_schemes())}};
    const Object all{{"components", raw(components)}, {"info", raw(info)}, {"openapi", raw("3.1.0")}, {"paths", raw(paths)}};
    return json::indented(json::write(all), width);
}

}  // namespace http
