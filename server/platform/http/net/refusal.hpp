#pragma once

#include <string_view>

namespace http::net {

// Thrown while a request is read: the network layer will not hand it on.
struct Refusal {
    unsigned status;
    std::string_view code;  // of the problem, a literal
};

}  // namespace http::net
