#include "http/net/reply.hpp"

#include <xxhash.h>

#include <fmt/format.h>
#include <array>
#include <ctime>

#include "http/content_policy.hpp"
#include "http/net/byte_range.hpp"
#include "http/net/compress.hpp"

namespace http::net {

// Below this a packed body saves no packet.
constexpr std::size_t compress_from_bytes = 1400;

static std::string_view reason(unsigned status) {
    struct Known {
        unsigned status;
        std::string_view reason;
    };
    static constexpr std::array known{Known{200, "OK"},
                                      Known{201, "Created"},
                                      Known{202, "Accepted"},
                                      Known{204, "No Content"},
                                      Known{206, "Partial"},
                                      Known{301, "Moved"},
                                      Known{302, "Found"},
                                      Known{303, "See Other"},
                                      Known{304, "Not Modified"},
                                      Known{400, "Bad Request"},
                                      Known{401, "Unauthorized"},
                                      Known{403, "Forbidden"},
                                      Known{404, "Not Found"},
                                      Known{405, "Not Allowed"},
                                      Known{408, "Request Timeout"},
                                      Known{409, "Conflict"},
                                      Known{410, "Gone"},
                                      Known{412, "Precondition Failed"},
                                      Known{413, "Too Large"},
                                      Known{414, "Address Too Long"},
                                      Known{415, "Unsupported Type"},
                                      Known{416, "Beyond the End"},
                                      Known{422, "Unprocessable"},
                                      Known{423, "Locked"},
                                      Known{428, "Precondition Required"},
                                      Known{429, "Too Many"},
                                      Known{431, "Head Too Large"},
                                      Known{460, "Checksum Mismatch"},
                                      Known{500, "Server Error"},
                                      Known{501, "Not Implemented"},
                                      Known{503, "Unavailable"},
                                      Known{505, "HTTP Version"},
                                      Known{507, "Insufficient Storage"}};
    for (const auto& each : known)
        if (each.status == status) return each.reason;
    return "Status";
}

// The Date header, written once a second.
static std::string_view date_line() {
    thread_local std::time_t written_at = 0;
    thread_local std::array<char, 48> line{};
    const auto now = std::time(nullptr);
    if (now != written_at) {
        std::tm utc{};
        gmtime_r(&now, &utc);
        std::strftime(line.data(), line.size(), "Date: %a, %d %b %Y %H:%M:%S GMT\r\n", &utc);
        written_at = now;
    }
    return line.data();
}

// Tells versions apart and guards nothing; the same on all machines.
static std::string hash_of(std::string_view text) {
    return fmt::format("{:016x}", XXH3_64bits(text.data(), text.size()));
}

// Weak, because the packed and the plain form share it.
static void add_etag(const Request& request, Response& response) {
    const auto* text = std::get_if<std::string>(&response.body);
    const bool is_read = request.method == Method::get || request.method == Method::head;
    if (response.headers.has("ETag")) return;
    if (is_read && response.status == 200 && text && !response.version)
        response.headers.add("ETag", fmt::format("W/\"{}\"", hash_of(*text)));
    else if (is_read && response.status == 200 && text)
        response.headers.add("ETag", fmt::format("W/\"{}.{}\"", *response.version, hash_of(*text)));
    else if (response.version)
        response.headers.add("ETag", fmt::format("\"{}\"", *response.version));
}

static std::string_view opaque(std::string_view etag) {
    return etag.starts_with("W/") ? etag.substr(2) : etag;
}

static bool has_this_version(const Request& request, std::string_view etag) {
    if (etag.empty()) return false;
    auto wanted = request.header("If-None-Match");
    if (wanted == "*") return true;
    while (!wanted.empty()) {
        auto item = wanted.substr(0, wanted.find(','));
        wanted.remove_prefix(std::min(item.size() + 1, wanted.size()));
        item.remove_prefix(std::min(item.find_first_not_of(' '), item.size()));
        if (opaque(item.substr(0, item.find_last_not_of(' ') + 1)) == opaque(etag)) return true;
    }
    return false;
}

static void pack(const Request& request, Response& response) {
    auto* text = std::get_if<std::string>(&response.body);
    if (!text || response.headers.has("Content-Encoding") || !is_worth_compressing(response.headers.get("Content-Type"))) return;
    response.headers.add("Vary", "Accept-Encoding");
    if (text->size() < compress_from_bytes) return;
    const auto coding = choose_coding(request.header("Accept-Encoding"));
    if (coding == Coding::identity) return;
    *text = compress(*text, coding);
    response.headers.add("Content-Encoding", name_of(coding));
}

static void add_defaults(const Request& request, Response& response) {
    auto& headers = response.headers;
    if (!headers.has("Cache-Control")) headers.add("Cache-Control", "private, no-cache");
    if (!headers.has("Content-Security-Policy")) {
        const bool is_page = headers.get("Content-Type").starts_with("text/html");
        static const auto page_policy = content_policy({});
        headers.add("Content-Security-Policy", is_page ? page_policy : "default-src 'none'; frame-ancestors 'none'");
    }
    if (request.secure) headers.add("Strict-Transport-Security", "max-age=31536000");
    if (!request.id.empty()) headers.add("X-Request-Id", request.id);
}

static std::uint64_t size_of(const Body& body) {
    if (const auto* text = std::get_if<std::string>(&body)) return text->size();
    if (const auto* fixed = std::get_if<StaticBytes>(&body)) return fixed->bytes.size();
    if (const auto* file = std::get_if<FileBytes>(&body)) return file->size;
    return 0;
}

// A browser that has a part of an older version gets the whole of the new one.
static bool is_of_this_version(const Request& request, const Response& response) {
    const auto version = request.header("If-Range");
    return version.empty() || version == response.headers.get("ETag");
}

// The part of a file that is sent: all of it, unless another was asked for.
static ByteRange choose_part(const Request& request, Response& response) {
    const auto size = size_of(response.body);
    if (!std::holds_alternative<FileBytes>(response.body) || response.status != 200) return {0, size};
    response.headers.set("Accept-Ranges", "bytes");
    const auto range = is_of_this_version(request, response) ? wanted_range(request.header("Range"), size) : std::nullopt;
    if (!range) return {0, size};
    response.status = range->size > 0 ? 206 : 416;
    const auto part = range->size > 0 ? fmt::format("{}-{}", range->from, range->from + range->size - 1) : "*";
    response.headers.set("Content-Range", fmt::format("bytes {}/{}", part, size));
    return *range;
}

// How a client knows where the body ends.
static std::string length_line(const Response& response, const ByteRange& part) {
    if (std::holds_alternative<Pieces>(response.body)) return "Transfer-Encoding: chunked\r\n";
    const bool has_length = !std::holds_alternative<EventStream>(response.body) && response.status != 204 && response.status != 304;
    return has_length ? fmt::format("Content-Length: {}\r\n", part.size) : "";
}

static std::string write_head(const Response& response, const ByteRange& part, After after) {
    std::string head;
    head.reserve(768);
    fmt::format_to(std::back_inserter(head), "HTTP/1.1 {} {}\r\n", response.status, reason(response.status));
    head += date_line();
    for (std::size_t i = 0; i < response.headers.size(); ++i) {
        const auto field = response.headers[i];
        if (field.value.find_first_of("\r\n") != std::string_view::npos) continue;  // never let a value write a line of its own
        head.append(field.name).append(": ").append(field.value).append("\r\n");
    }
    head +=
        "X-Content-Type-Options: nosniff\r\nReferrer-Policy: strict-origin-when-cross-origin\r\nCross-Origin-Opener-Policy: same-origin\r\n"
        "Permissions-Policy: geolocation=(self), camera=(self), microphone=(self), interest-cohort=()\r\n";
    head += length_line(response, part);
    head += after == After::close ? "Connection: close\r\n\r\n" : "\r\n";
    return head;
}

Reply prepare(const Request& request, Response response, After after) {
    const bool is_stream = std::holds_alternative<EventStream>(response.body);
    if (is_stream) {
        after = After::close;  // a stream ends with its connection
        response.headers.set("Content-Type", "text/event-stream");
        response.headers.set("Cache-Control", "no-store");
        response.headers.set("X-Accel-Buffering", "no");
    }
    add_etag(request, response);
    if (response.status == 200 && has_this_version(request, response.headers.get("ETag"))) {
        response.status = 304;
        response.headers.remove("Content-Type");
        response.body = std::string{};
    }
    pack(request, response);
    add_defaults(request, response);

    const auto part = choose_part(request, response);
    Reply reply;
    reply.status = response.status;
    reply.after = after;
    reply.head = write_head(response, part, after);
    if (request.method == Method::head) return reply;
    reply.body = std::move(response.body);
    reply.body_from = part.from;
    reply.body_size = part.size;
    return reply;
}

}  // namespace http::net
