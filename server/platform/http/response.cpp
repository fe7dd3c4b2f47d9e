#include "http/response.hpp"

#include "http/request.hpp"

namespace http {

Response Response::text(unsigned status, std::string_view content_type, std::string body) {
    Response response;
    response.status = status;
    response.headers.add("Content-Type", content_type);
    response.body = std::move(body);
    return response;
}

Response receive_at_once(Response response, const Request& request) {
    if (!response.receiver) return response;
    response.receiver->take(request.body);
    return response.receiver->finish(Receiver::End::whole);
}

void set_cookie(Response& response, const Cookie& cookie) {
    std::string line;
    line.append(cookie.name).append("=").append(cookie.value);
    line.append("; Path=/; HttpOnly; Max-Age=").append(std::to_string(cookie.max_age_seconds));
    line.append(cookie.same_site == SameSite::strict ? "; SameSite=Strict" : "; SameSite=Lax");
    if (cookie.secure) line.append("; Secure");
    response.headers.add("Set-Cookie", line);
}

}  // namespace http
