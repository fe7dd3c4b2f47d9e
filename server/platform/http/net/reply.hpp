#pragma once

#include <cstdint>
#include <string>

#include "http/request.hpp"
#include "http/response.hpp"

namespace http::net {

enum class After : std::uint8_t { keep, close };

// A response as it goes over the wire.
struct Reply {
    unsigned status = 0;
    std::string head;
    Body body;
    std::uint64_t body_from = 0;  // of a file: where the part begins that was asked for
    std::uint64_t body_size = 0;
    After after = After::keep;
};

// Adds what every reply has: ETag and 304, the part of a file that was asked for, compression, length, date, security headers, the
// request's id.
Reply prepare(const Request& request, Response response, After after);

}  // namespace http::net
