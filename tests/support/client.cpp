#include "support/client.hpp"

#include "support/office.hpp"

namespace support {

Reply Client::get(std::string_view target) {
    return send(http::Method::get, target, {});
}

Reply Client::send(http::Method method, std::string_view target, std::string body, std::optional<std::int64_t> version) {
    http::Request request;
    request.method = method;
    request.target = target;
    if (!body.empty()) request.headers.set("Content-Type", "application/json");
    if (version) request.headers.set("If-Match", std::to_string(*version));
    request.body = std::move(body);
    return send(std::move(request));
}

Reply Client::send(http::Request request) {
    for (std::size_t i = 0; i < headers.size(); ++i) request.headers.set(headers[i].name, headers[i].value);
    auto response = office_->answer(viewer, request);
    Reply reply{response.status, {}, std::move(response.headers), response.version};
    if (auto* text = std::get_if<std::string>(&response.body)) reply.body = std::move(*text);
    return reply;
}

}  // namespace support
