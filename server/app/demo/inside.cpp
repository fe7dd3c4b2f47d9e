#include "app/demo/inside.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <stdexcept>

#include "app/wiring.hpp"
#include "http/problem.hpp"
#include "http/response.hpp"

namespace app::demo {

Inside::Inside(const http::Services& services) : services_(services) {
    add_routes(router_);
    services_.viewer_of = [this](http::Call&) { return viewer_; };
}

static std::runtime_error refusal(const http::Request& request, const http::Problem& problem) {
    auto told = std::string(http::name_of(request.method)) + " " + request.target + ": " + problem.code();
    for (const auto& error : problem.errors().list()) told += ", " + error.pointer + " " + error.code;
    return std::runtime_error(told + "\n" + request.body);
}

boost::json::value Inside::send(http::Method method, const std::string& target, const boost::json::value& body, std::int64_t version) {
    http::Request request;
    request.method = method;
    request.target = target;
    if (version != 0) request.headers.set("If-Match", std::to_string(version));
    if (!body.is_null()) {
        request.headers.set("Content-Type", "application/json");
        request.body = boost::json::serialize(body);
    }
    try {
        const auto response = router_.handle(services_, request);
        const auto* text = std::get_if<std::string>(&response.body);
        return text && !text->empty() ? boost::json::parse(*text) : boost::json::value{};
    } catch (const http::Problem& problem) {
        throw refusal(request, problem);
    }
}

}  // namespace app::demo
