#include "support/client.hpp"

#include <sodium.h>

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
    if (!signs_in_again || !request.uploads.empty()) return send_once(std::move(request));
    http::Request copy;
    copy.method = request.method;
    copy.target = request.target;
    copy.headers = request.headers;
    copy.body = request.body;
    auto reply = send_once(std::move(request));
    if (reply.status != 401 || person == base::PersonId{} || reply.code() != "session_ended") return reply;
    desk_->sign_in(*this);
    return send_once(std::move(copy));
}

Reply Client::send_once(http::Request request) {
    for (std::size_t i = 0; i < headers.size(); ++i) request.headers.set(headers[i].name, headers[i].value);
    const std::string others(request.header("Cookie"));  // that the test itself brings
    if (!session.empty()) request.headers.set("Cookie", "lomwong_session=" + session + (others.empty() ? "" : "; " + others));
    auto response = desk_->answer(request);
    for (std::size_t i = 0; i < response.headers.size(); ++i)
        if (response.headers[i].name == "Set-Cookie") take_cookie(response.headers[i].value);
    Reply reply{response.status, {}, std::move(response.headers), response.version};
    if (auto* text = std::get_if<std::string>(&response.body)) reply.body = std::move(*text);
    if (const auto* pieces = std::get_if<http::Pieces>(&response.body))
        for (auto piece = pieces->next(); !piece.empty(); piece = pieces->next()) reply.body += piece;
    return reply;
}

void Client::take_cookie(std::string_view cookie) {
    constexpr std::string_view name = "lomwong_session=";
    if (!cookie.starts_with(name)) return;
    session = cookie.substr(name.size(), cookie.find(';') - name.size());
}

std::string basic(std::string_view login, std::string_view secret) {
    const auto pair = std::string(login) + ":" + std::string(secret);
    constexpr int variant = sodium_base64_VARIANT_ORIGINAL;
    std::string text(sodium_base64_encoded_len(pair.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(pair.data()), pair.size(), variant);
    text.pop_back();  // the zero at the end
    return "Basic " + text;
}

}  // namespace support
