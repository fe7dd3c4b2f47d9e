#include "http/assets.hpp"

#include <array>
#include <charconv>
#include <stdexcept>

#include "http/content_policy.hpp"
#include "http/net/compress.hpp"

namespace http {

namespace {

constexpr std::string_view first_line = "lomwong-web-1";
constexpr std::string_view never_changes = "/_app/immutable/";  // these names hold a hash of the content

std::string_view type_of(std::string_view path) {
    struct Known {
        std::string_view ending, type;
    };
    static constexpr std::array known{Known{".js", "text/javascript"},
                                      Known{".mjs", "text/javascript"},
                                      Known{".css", "text/css"},
                                      Known{".html", "text/html; charset=utf-8"},
                                      Known{".json", "application/json"},
                                      Known{".webmanifest", "application/manifest+json"},
                                      Known{".svg", "image/svg+xml"},
                                      Known{".png", "image/png"},
                                      Known{".jpg", "image/jpeg"},
                                      Known{".webp", "image/webp"},
                                      Known{".ico", "image/x-icon"},
                                      Known{".woff2", "font/woff2"},
                                      Known{".txt", "text/plain; charset=utf-8"},
                                      Known{".wasm", "application/wasm"}};
    for (const auto& each : known)
        if (path.ends_with(each.ending)) return each.type;
    return "application/octet-stream";
}

std::string_view take_until(std::string_view& text, char end) {
    const auto at = text.find(end);
    if (at == std::string_view::npos) throw std::runtime_error("the packed web app is broken");
    const auto taken = text.substr(0, at);
    text.remove_prefix(at + 1);
    return taken;
}

std::size_t number(std::string_view text) {
    std::size_t value = 0;
    if (std::from_chars(text.data(), text.data() + text.size(), value).ec != std::errc{})
        throw std::runtime_error("the packed web app is broken");
    return value;
}

std::string_view piece(std::string_view bytes, std::string_view offset, std::string_view size) {
    return bytes.substr(number(offset), number(size));
}

}  // namespace

// A line a file: path, hash, then offset and size of the plain, gzip and brotli bytes, which follow the empty line.
Assets::Assets(std::string_view pack) {
    if (take_until(pack, '\n') != first_line) throw std::runtime_error("the packed web app is of another version");
    const auto bytes = pack.substr(std::min(pack.find("\n\n"), pack.size() - 1)).substr(pack.starts_with('\n') ? 1 : 2);
    while (!pack.starts_with('\n')) {
        auto line = take_until(pack, '\n');
        std::array<std::string_view, 8> columns;
        for (auto& column : columns) column = take_until(line, '\t');
        const auto& [path, hash, plain_at, plain_size, gzip_at, gzip_size, brotli_at, brotli_size] = columns;
        files_[path] = {piece(bytes, plain_at, plain_size), piece(bytes, gzip_at, gzip_size), piece(bytes, brotli_at, brotli_size),
                        type_of(path), "\"" + std::string{hash} + "\""};
    }
}

std::string_view Assets::plain(std::string_view path) const {
    const auto found = files_.find(path);
    return found == files_.end() ? std::string_view{} : found->second.plain;
}

std::optional<Response> Assets::find(const Request& head) const {
    if (head.method != Method::get && head.method != Method::head) return std::nullopt;
    const auto found = files_.find(head.path());
    if (found == files_.end() || found->first == "/index.html") return std::nullopt;  // pages fill that one first
    const auto& [path, file] = *found;

    Response response;
    response.headers.add("Content-Type", file.content_type);
    response.headers.add("Cache-Control", path.starts_with(never_changes) ? "public, max-age=31536000, immutable" : "no-cache");
    response.headers.add("ETag", file.etag);
    response.headers.add("Vary", "Accept-Encoding");
    static const auto policy = content_policy({});  // a service worker may fetch only what its own script's policy allows
    response.headers.add("Content-Security-Policy", policy);

    const auto coding = net::choose_coding(head.header("Accept-Encoding"));
    auto bytes = coding == net::Coding::brotli ? file.brotli : coding == net::Coding::gzip ? file.gzip : std::string_view{};
    if (!bytes.empty()) response.headers.add("Content-Encoding", net::name_of(coding));
    response.body = StaticBytes{bytes.empty() ? file.plain : bytes};
    return response;
}

}  // namespace http
