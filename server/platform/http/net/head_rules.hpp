#pragma once

#include "http/request.hpp"

namespace http::net {

// What every head must keep to, whatever is asked. Throws Refusal.
//  - HTTP/1.1 names exactly one host (RFC 9112 3.2)
//  - the only transfer coding we read is "chunked"; 501 for others (RFC 9112 6.1)
//  - no folded lines (RFC 9112 5.2), which the parser beneath would quietly join
//  - a change comes from our own pages: Sec-Fetch-Site, else Origin against Host. A client that sends neither is no browser
//    and carries no one else's cookies.
void check_folding(std::string_view raw_head);
void check_framing(const Request& request, bool http_1_0);
void check_origin(const Request& request);

// `proxy` as in ServerOptions.
bool is_proxy(std::string_view peer, std::string_view proxy);

// Takes peer and scheme from what the proxy in front of us added last. `proxy` as in ServerOptions: what others send there is not believed.
void trust_proxy(Request& request, std::string_view proxy);

}  // namespace http::net
