#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "http/descriptor.hpp"
#include "http/events.hpp"
#include "http/fields.hpp"
#include "http/receiver.hpp"

namespace http {

struct StaticBytes {
    std::string_view bytes;  // outlives the server, as what is built into the binary does
};

struct FileBytes {
    Descriptor file;
    std::uint64_t size = 0;
};

// Bytes that are made piece by piece, each by a worker once the client has taken the one before: however long the whole is and however slow
// the client, one piece is held, and neither a worker nor a connection to the database between two.
struct Pieces {
    std::function<std::string()> next;  // empty: that was all. If it throws, the connection is cut: no part may be taken for the whole.
};

using Body = std::variant<std::string, StaticBytes, FileBytes, EventStream, Pieces>;

// What a handler gives back. The network layer adds length, date, security headers, compression, and for a GET the ETag and its 304:
// handlers set none of these.
struct Response {
    unsigned status = 200;
    Fields headers;
    Body body;
    // Of the record shown: its ETag becomes "VERSION.HASH", and If-Match may bring that back or just "VERSION".
    std::optional<std::int64_t> version;
    // Not a reply yet: the request's body goes here first, and the reply is what this says in the end.
    std::unique_ptr<Receiver> receiver;

    static Response text(unsigned status, std::string_view content_type, std::string body);
    static Response json(unsigned status, std::string body) { return text(status, "application/json", std::move(body)); }
    static Response html(unsigned status, std::string body) { return text(status, "text/html; charset=utf-8", std::move(body)); }
};

enum class SameSite : std::uint8_t { lax, strict };

struct Cookie {
    std::string_view name, value;
    std::int64_t max_age_seconds = 0;  // 0: forget it now
    bool secure = false;               // see Request::secure
    SameSite same_site = SameSite::lax;
};

// Always HttpOnly and for the whole site.
void set_cookie(Response& response, const Cookie& cookie);

}  // namespace http
