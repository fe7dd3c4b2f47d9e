#pragma once

#include <string_view>

namespace http::net {

// To whom is not even asked what they want.
inline constexpr std::string_view turned_away =
    "HTTP/1.1 503 Unavailable\r\nRetry-After: 10\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

// Thrown while a request is read: the network layer will not hand it on.
struct Refusal {
    unsigned status;
    std::string_view code;  // of the problem, a literal
};

}  // namespace http::net
