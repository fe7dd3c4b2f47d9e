#include "http/net/head_rules.hpp"

#include "http/net/refusal.hpp"
#include "http/server.hpp"

namespace http::net {

void check_folding(std::string_view raw_head) {
    for (auto at = raw_head.find("\r\n"); at + 2 < raw_head.size(); at = raw_head.find("\r\n", at + 2)) {
        const char next = raw_head[at + 2];
        if (next == ' ' || next == '\t') throw Refusal{400, "folded_header"};
    }
}

void check_framing(const Request& request, bool http_1_0) {
    const auto hosts = request.headers.count("Host");
    if (hosts > 1 || (hosts == 0 && !http_1_0)) throw Refusal{400, "host_missing"};
    if (!request.headers.has("Transfer-Encoding")) return;
    if (http_1_0 || request.headers.has("Content-Length")) throw Refusal{400, "bad_request"};
    if (!same_name(request.header("Transfer-Encoding"), "chunked") || request.headers.count("Transfer-Encoding") > 1)
        throw Refusal{501, "transfer_encoding_unknown"};
}

static std::string_view without_scheme(std::string_view origin) {
    const auto mark = origin.find("://");
    return mark == std::string_view::npos ? std::string_view{} : origin.substr(mark + 3);
}

void check_origin(const Request& request) {
    if (is_safe(request.method)) return;
    const auto site = request.header("Sec-Fetch-Site");
    if (site == "same-origin" || site == "none") return;
    const auto origin = request.header("Origin");
    if (site.empty() && origin.empty()) return;
    if (site.empty() && same_name(without_scheme(origin), request.header("Host"))) return;
    throw Refusal{403, "foreign_origin"};
}

static bool is_on_this_machine(std::string_view peer) {
    return peer == "::1" || peer.starts_with("127.") || peer.starts_with("::ffff:127.");
}

bool is_proxy(std::string_view peer, std::string_view proxy) {
    return proxy == local_proxy ? is_on_this_machine(peer) : peer == proxy;
}

void trust_proxy(Request& request, std::string_view proxy) {
    if (!is_proxy(request.peer, proxy)) return;
    const auto chain = request.header("X-Forwarded-For");
    const auto last = chain.substr(chain.find_last_of(", ") + 1);  // npos + 1 is 0
    if (!last.empty()) request.peer = last;
    request.secure = same_name(request.header("X-Forwarded-Proto"), "https");
}

}  // namespace http::net
